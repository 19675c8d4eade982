import { Field, Input } from "@fluentui/react-components";
import type { NetFlows } from "../../../workflows/impairment/evaluation.ts";
import { unitSlot } from "../../../workflows/impairment/slot.ts";
import type { Forecast, Unit } from "../../../workflows/impairment/state.ts";
import { Part } from "../../heading.tsx";
import { numberText } from "../../number-format.ts";
import { useChartStyles } from "../chart/chart-styles.ts";
import { ChoiceField, TickField, useTyped } from "../fields.tsx";
import { elementOf, labelOf } from "../finding-place.ts";
import { LinkField } from "../link-field.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { ForecastRows } from "./forecast-rows.tsx";

/** The cash flows a unit is expected to bring: by rows, or as a valuer's figure. */
export function ForecastStep() {
  const { unit, evaluation, play } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  if (!unit) return null;
  const { forecast } = unit;
  const change = (changed: Partial<Omit<Forecast, "rows">>) => play({ type: "forecast-changed", unit: unit.id, forecast: changed });
  const flows = evaluationOf(evaluation, unit)?.flows;
  return (
    <div className={styles.form}>
      <ChoiceField label={room.forecast.basis} value={forecast.basis} choices={["rows", "given"]} name={(each) => room.forecast.bases[each]} onValue={(basis) => change({ basis })} />
      {forecast.basis === "given" ? (
        <LinkField slot={unitSlot(unit.id, "value-in-use")} required />
      ) : (
        <>
          <LinkField slot={unitSlot(unit.id, "years")} required hint={room.forecast.yearsHint} />
          <ForecastRows unit={unit} />
          <BudgetYears key={unit.id} unit={unit} onYears={(budgetYears) => change({ budgetYears })} />
          <div className={styles.two}>
            <ChoiceField label={room.forecast.timing} value={forecast.timing} choices={["end", "mid"]} name={(each) => room.forecast.timings[each]} onValue={(timing) => change({ timing })} />
            <ChoiceField label={room.forecast.prices} place={`${unit.id}/field/prices`} value={forecast.prices} choices={["nominal", "real"]} name={(each) => room.forecast.priceKinds[each]} onValue={(prices) => change({ prices })} />
          </div>
          <TickField label={room.forecast.perpetuity} value={forecast.perpetuity} onValue={(perpetuity) => change({ perpetuity })} />
          {forecast.perpetuity && <LinkField slot={unitSlot(unit.id, "growth")} required />}
          <LinkField slot={unitSlot(unit.id, "growth-benchmark")} hint={room.forecast.benchmarkHint} />
          <LinkField slot={unitSlot(unit.id, "base-working-capital")} hint={room.forecast.workingCapitalHint} />
          <LinkField slot={unitSlot(unit.id, "recovery")} hint={room.forecast.recoveryHint} />
          {flows && <FlowTable flows={flows} />}
        </>
      )}
    </div>
  );
}

function BudgetYears({ unit, onYears }: { readonly unit: Unit; readonly onYears: (years: number | null) => void }) {
  const { faulty } = useRoom();
  const { room } = useRoomTexts();
  const place = `${unit.id}/field/budget` as const;
  const { budgetYears } = unit.forecast;
  const { shown, type, commit } = useTyped(budgetYears === null ? "" : String(budgetYears), (text) => onYears(/^\d+$/.test(text.trim()) ? Number(text) : null));
  return (
    <Field label={labelOf(room.forecast.budget, place)} hint={room.forecast.budgetHint} required validationState={faulty.has(place) ? "error" : "none"}>
      <Input id={elementOf(place)} inputMode="numeric" autoComplete="off" value={shown} onChange={(_, { value }) => type(value)} onBlur={commit} />
    </Field>
  );
}

/** Every row with the sign it has in the net flow, year by year, as it stands in the sheet. */
function FlowTable({ flows: { years, rows, leftOut, net } }: { readonly flows: NetFlows }) {
  const { test } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useChartStyles();
  const decimals = Math.max(0, test.frame.digits);
  const nameOf = ({ row }: NetFlows["rows"][number]) => row.name.trim() || words.rowKinds[row.kind];
  const lines = [...rows.map((row) => ({ name: nameOf(row), values: row.values })), { name: words.rowKinds["net-flow"], values: net }];
  return (
    <Part level={3} title={room.forecast.table}>
      <div role="region" aria-label={room.forecast.table} tabIndex={0} className={styles.scroll}>
        <table className={styles.map} aria-label={room.forecast.table}>
          <thead>
            <tr>
              <td />
              {years.map((year, index) => (
                <th key={index} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, values }, line) => (
              <tr key={line}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={index}>{numberText(value, decimals)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leftOut.length > 0 && <p>{room.forecast.leftOut(leftOut.map(nameOf))}</p>}
    </Part>
  );
}
