import type { ResultCell } from "../../../functions/define.ts";
import type { FairValue } from "../../../workflows/impairment/evaluation.ts";
import { type UnitSlot, unitSlot } from "../../../workflows/impairment/slot.ts";
import { costsOfChoices, type FairValueMethod, fairValueMethods, type FairValueSettings } from "../../../workflows/impairment/state.ts";
import { ResultTable } from "../../functions/result-table.tsx";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { AmountTable } from "../amount-table.tsx";
import { ChoiceField, TickField } from "../fields.tsx";
import { LinkField } from "../link-field.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { FeeSchedules } from "./fee-schedules.tsx";

const newness: readonly UnitSlot[] = ["newness", "economic-life", "years-used", "surveyed", "newness-weights", "obsolescence"];

const slotsOf: Readonly<Record<FairValueMethod, readonly UnitSlot[]>> = {
  market: ["fair-value"],
  income: ["fair-value"],
  replacement: ["replacement-cost", ...newness, "market-discount"],
  "in-use-scrap": ["replacement-cost", ...newness, "scrap-tonnes", "scrap-prices", "scrap-recovery", "scrap-vat", "scrap-rate", "scrap-years"],
};

const required: readonly UnitSlot[] = ["fair-value", "replacement-cost", "market-discount", "scrap-tonnes", "scrap-prices"];

const levels = ["1", "2", "3"] as const;

/** What a unit would bring if sold, less what the sale costs. */
export function FairValueStep() {
  const { unit, evaluation, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const { fairValue } = unit;
  const derived = evaluationOf(evaluation, unit);
  const change = (changed: Partial<Omit<FairValueSettings, "schedules">>) => play({ type: "fair-value-changed", unit: unit.id, fairValue: changed });
  const linked = fairValue.method !== "income" || fairValue.income === "linked";
  return (
    <div className={styles.form}>
      {derived?.tree.measures === "value-in-use" && <p className={note}>{room.fairValue.notNeeded}</p>}
      <ChoiceField label={room.fairValue.method} value={fairValue.method} choices={fairValueMethods} name={(each) => words.fairValueMethods[each]} onValue={(method) => change({ method })} />
      {fairValue.method === "income" && (
        <ChoiceField label={room.fairValue.income} value={fairValue.income} choices={["linked", "value-in-use"]} name={(each) => room.fairValue.incomes[each]} onValue={(income) => change({ income })} />
      )}
      <ChoiceField
        label={room.fairValue.level}
        value={levels.find((level) => Number(level) === fairValue.level) ?? "3"}
        choices={levels}
        name={room.fairValue.levelName}
        onValue={(level) => change({ level: level === "1" ? 1 : level === "2" ? 2 : 3 })}
      />
      {linked && slotsOf[fairValue.method].map((name) => <LinkField key={name} slot={unitSlot(unit.id, name)} required={required.includes(name)} hint={room.fairValue.hints[name] ?? room.fairValue.perAsset} />)}
      <TickField label={room.fairValue.net} place={`${unit.id}/field/net`} value={fairValue.net} onValue={(net) => change({ net })} />
      {!fairValue.net && (
        <>
          <LinkField slot={unitSlot(unit.id, "disposal-costs")} hint={room.fairValue.costsHint} />
          <ChoiceField label={words.costsOfTitle} value={fairValue.costs} choices={costsOfChoices} name={(each) => words.costsOf[each]} onValue={(costs) => change({ costs })} />
          <FeeSchedules unit={unit} />
        </>
      )}
      {derived?.fairValue && <FoundFairValue found={derived.fairValue} />}
    </div>
  );
}

function FoundFairValue({ found }: { readonly found: FairValue }) {
  const { room, words } = useRoomTexts();
  const { assets } = found;
  const several = assets.length > 1 || assets.some(({ replacementCost }) => replacementCost);
  const header: ResultCell[] = ["", words.slots["replacement-cost"], words.slots.newness, words.slots["market-discount"], words.slots["fair-value"], words.slots["disposal-costs"], room.fairValue.netValue];
  const used = header.map((_, column) => column === 0 || column > 3 || assets.some((asset) => [asset.replacementCost, asset.newness, asset.discount][column - 1]));
  const rows = assets.map((asset, index): ResultCell[] => [asset.label || room.asset(index + 1), asset.replacementCost ?? "", asset.newness?.newness ?? "", asset.discount ?? "", asset.fairValue, asset.costs, asset.net]);
  const totals: ResultCell[][] = [
    ...(found.scrap ? [[room.fairValue.scrap, found.scrap.total]] : []),
    [words.slots["fair-value"], found.fairValue],
    ...found.fees.map(({ schedule, fee }): ResultCell[] => [schedule.name || room.fairValue.schedule, fee]),
    [words.slots["disposal-costs"], found.costs],
    [room.fairValue.netValue, found.reported],
  ];
  const fractionColumns = [words.slots.newness, words.slots["market-discount"]];
  return (
    <Part level={3} title={room.fairValue.found}>
      {several && <ResultTable cells={[header, ...rows].map((row) => row.filter((_, column) => used[column]))} label={room.fairValue.byAsset} isFraction={(_, [column]) => fractionColumns.includes(String(column))} />}
      <AmountTable cells={totals} label={room.fairValue.found} />
    </Part>
  );
}
