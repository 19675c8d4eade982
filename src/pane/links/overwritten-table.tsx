import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import type { PreparedRefresh } from "../../links/prepared-refresh.ts";
import { a1 } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { cellKey } from "./refresh-work.ts";
import { useLinksTexts, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

interface OverwrittenTableProps {
  readonly prepared: PreparedRefresh;
  readonly given: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onGive: (given: ReadonlySet<string>) => void;
}

const listed = 50;

/** The cells a person has overwritten, each with what the source says, to be kept or given. */
export function OverwrittenTable({ prepared: { plan, before, link }, given, disabled, onGive }: OverwrittenTableProps) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { overwritten } = plan;
  const give = (key: string, away: boolean) => onGive(new Set(away ? [...given, key] : [...given].filter((other) => other !== key)));
  return (
    <Part level={3} title={room.plan.overwritten(numberText(overwritten.length))}>
      <p className={note}>{room.plan.overwrittenHint}</p>
      <div className={styles.row}>
        <Button size="small" disabled={disabled} onClick={() => onGive(new Set())}>
          {room.plan.keepAll}
        </Button>
        <Button size="small" disabled={disabled} onClick={() => onGive(new Set(overwritten.map(cellKey)))}>
          {room.plan.giveAll}
        </Button>
      </div>
      <ul className={styles.list}>
        {overwritten.slice(0, listed).map((cell) => {
          const key = cellKey(cell);
          const address = a1({ row: before.row + 1 + cell.row, column: before.column + cell.column, rows: 1, columns: 1 });
          const name = `${address} ${link.columns[cell.column] ?? ""}`;
          return (
            <li key={key} className={styles.item} style={{ paddingBlock: 6 }}>
              <span>{name}</span>
              <p className={note}>
                {`${room.plan.yours}: ${cell.person.formula ?? (valueText(cell.person.value) || room.plan.blank)} · ${room.plan.source}: ${cell.source === undefined ? room.plan.rowGone : valueText(cell.source) || room.plan.blank}`}
              </p>
              <RadioGroup layout="horizontal" aria-label={room.plan.choiceOf(name)} disabled={disabled} value={given.has(key) ? "give" : "keep"} onChange={(_, { value }) => give(key, value === "give")}>
                <Radio value="keep" label={room.plan.keep} />
                <Radio value="give" label={room.plan.give} />
              </RadioGroup>
            </li>
          );
        })}
      </ul>
      {overwritten.length > listed && <p className={note}>{room.plan.more(numberText(overwritten.length - listed))}</p>}
    </Part>
  );
}
