import type { ResultCell } from "../../../functions/define.ts";
import { AmountTable } from "../amount-table.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";

/** What each unit carries, from its own assets, goodwill and its share of corporate assets, to the total. */
export function CarryingTable() {
  const { evaluation } = useRoom();
  const { room, words } = useRoomTexts();
  const known = evaluation.units.filter(({ carrying }) => carrying);
  if (known.length === 0) return null;
  const goodwill = known.some(({ carrying }) => carrying?.goodwill);
  const corporate = known.some(({ carrying }) => carrying?.corporate);
  const parts = goodwill || corporate;
  const header = ["", words.slots.carrying, ...(goodwill ? [room.units.goodwillWhole] : []), ...(corporate ? [room.units.corporateShare] : []), ...(parts ? [room.units.tested] : [])];
  const rows = known.map(({ unit, carrying }): ResultCell[] => [
    unit.name,
    carrying?.own ?? "",
    ...(goodwill ? [carrying?.goodwill?.whole ?? ""] : []),
    ...(corporate ? [carrying?.corporate?.share ?? ""] : []),
    ...(parts ? [carrying?.tested ?? ""] : []),
  ]);
  const blank = header.slice(2).map(() => "");
  const { carrying, printedCarrying } = evaluation.totals;
  const totals: ResultCell[][] = [...(carrying ? [[room.result.sum, carrying, ...blank]] : []), ...(printedCarrying ? [[words.slots["carrying-total"], printedCarrying, ...blank]] : [])];
  return <AmountTable cells={[header, ...rows, ...totals]} label={room.units.total} />;
}
