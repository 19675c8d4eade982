import type { ResultCell } from "../../functions/define.ts";
import { ResultTable } from "../functions/result-table.tsx";
import { useRoom } from "./room-context.ts";

const never = () => false;

/** A table of amounts, with the decimals the test reports them with. */
export function AmountTable({ cells, label }: { readonly cells: readonly (readonly ResultCell[])[]; readonly label: string }) {
  const { test } = useRoom();
  return <ResultTable cells={cells} label={label} isFraction={never} reported={Math.max(0, test.frame.digits)} />;
}
