import type { ResultCell } from "../../../functions/define.ts";
import type { UnitRate } from "../../../workflows/impairment/evaluation.ts";
import { type UnitSlot, unitSlot } from "../../../workflows/impairment/slot.ts";
import type { RateSettings, Unit } from "../../../workflows/impairment/state.ts";
import { isPreTax } from "../../../workflows/impairment/unit-rate.ts";
import { ResultTable } from "../../functions/result-table.tsx";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { ChoiceField, TickField } from "../fields.tsx";
import { LinkField } from "../link-field.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

const required: readonly UnitSlot[] = ["rate", "rate-parts", "risk-free", "beta", "premium", "debt-equity", "cost-debt", "tax-rate", "taxes"];

/** The links a rate is made of. */
function slotsOf(unit: Unit): readonly UnitSlot[] {
  const { source } = unit.rate;
  const own = { given: ["rate"], "build-up": ["rate-labels", "rate-parts"], "cost-of-capital": ["risk-free", "beta", "premium", "size", "specific", "debt-equity", "cost-debt", "tax-rate"] } as const;
  return [...own[source], ...(isPreTax(unit) ? [] : source === "cost-of-capital" ? (["taxes"] as const) : (["taxes", "tax-rate"] as const))];
}

/** The discount rate of a unit: its source, its links, and the pre-tax rate that follows. */
export function RateStep() {
  const { unit, evaluation, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const { rate } = unit;
  const found = evaluationOf(evaluation, unit)?.rate;
  const change = (changed: Partial<RateSettings>) => play({ type: "rate-changed", unit: unit.id, rate: changed });
  const title = (name: UnitSlot) => (name === "tax-rate" && rate.source !== "cost-of-capital" ? { hint: room.rate.taxRateHint } : name === "taxes" ? { hint: room.rate.taxesHint } : {});
  return (
    <div className={styles.form}>
      <ChoiceField label={room.rate.source} place={`${unit.id}/field/source`} value={rate.source} choices={["build-up", "cost-of-capital", "given"]} name={(each) => words.rateSources[each]} onValue={(source) => change({ source })} />
      {rate.source === "cost-of-capital" ? (
        <TickField label={room.rate.unlevered} value={rate.betaUnlevered} onValue={(betaUnlevered) => change({ betaUnlevered })} />
      ) : (
        <ChoiceField label={room.rate.basis} value={rate.basis} choices={["pre-tax", "post-tax"]} name={(each) => words.rateBases[each]} onValue={(basis) => change({ basis })} />
      )}
      {rate.source === "cost-of-capital" && <p className={note}>{room.rate.postTaxHint}</p>}
      {slotsOf(unit).map((name) => (
        <LinkField key={name} slot={unitSlot(unit.id, name)} required={required.includes(name) && !(name === "tax-rate" && rate.source !== "cost-of-capital")} {...title(name)} />
      ))}
      {found && <FoundRate rate={found} />}
    </div>
  );
}

function FoundRate({ rate }: { readonly rate: UnitRate }) {
  const { room, words } = useRoomTexts();
  const { buildUp, capital, iteration } = rate;
  const plain = [words.slots.beta, room.rate.leveredBeta, words.slots["debt-equity"], room.rate.residual];
  const rows: ResultCell[][] = [
    ...(buildUp ? buildUp.parts.map((part, index): ResultCell[] => [buildUp.labels[index] || room.rate.component(index + 1), part]) : []),
    ...(capital
      ? [
          [words.slots["risk-free"], capital.riskFree],
          [words.slots.beta, capital.beta],
          ...(capital.leveredBeta.eq(capital.beta) ? [] : [[room.rate.leveredBeta, capital.leveredBeta]]),
          [words.slots.premium, capital.premium],
          [words.slots.size, capital.size],
          [words.slots.specific, capital.specific],
          [room.rate.costOfEquity, capital.costOfEquity],
          [words.slots["debt-equity"], capital.debtToEquity],
          [words.slots["cost-debt"], capital.costDebt],
          [words.slots["tax-rate"], capital.taxRate],
        ]
      : []),
    ...(rate.postTax ? [[room.rate.postTax, rate.postTax]] : []),
    [room.rate.preTax, rate.preTax],
    ...(iteration ? [[room.rate.residual, iteration.residual.toDecimalPlaces(6)]] : []),
    ...(rate.grossUp ? [[room.rate.grossUp, rate.grossUp]] : []),
  ];
  return (
    <Part level={3} title={room.rate.found}>
      <ResultTable cells={rows} label={room.rate.found} isFraction={(_, [, row]) => !plain.includes(String(row))} />
    </Part>
  );
}
