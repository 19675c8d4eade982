import { Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { type ClipboardEvent, useState } from "react";
import { columnFormats } from "../../links/source/column-formats.ts";
import { type PastedTable, pastedTables } from "../../links/source/paste.ts";
import type { SourceTable } from "../../links/source/source-table.ts";
import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { useLinksTexts, useLinkTask } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

interface PastedFieldProps {
  readonly label: string;
  /** Columns that the wanted table has; the first table that has them is proposed. */
  readonly columns?: readonly string[];
  readonly onTable: (table: SourceTable | undefined, title: string) => void;
}

interface Found {
  readonly tables: readonly PastedTable[];
  readonly characters: number;
  readonly chosen: number;
}

/** Takes what a person pastes, as HTML where the clipboard has it, and lets one of its tables be chosen. */
export function PastedField({ label, columns = [], onTable }: PastedFieldProps) {
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [found, setFound] = useState<Found>();
  const choose = (tables: readonly PastedTable[], chosen: number) => {
    const entry = tables[chosen];
    onTable(entry && { ...entry.table, formats: columnFormats(entry.table) }, entry?.title ?? "");
  };
  const take = (text: string, html: string) =>
    run(async () => {
      setFound(undefined);
      onTable(undefined, "");
      const { tables } = await pastedTables({ text, html }, room.heading);
      const fitting = tables.findIndex(({ table }) => columns.every((column) => table.columns.includes(column)));
      const chosen = Math.max(0, fitting);
      setFound({ tables, characters: (text || html).length, chosen });
      choose(tables, chosen);
    });
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    take(event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html"));
  };
  return (
    <div className={styles.form}>
      <Field label={label} hint={room.new.pasteHint}>
        {/* What is pasted is read at once and not put into the field: a long table would only fill it. */}
        <Textarea value="" rows={2} onPaste={paste} onChange={(_, { value }) => value.trim() !== "" && take(value, "")} />
      </Field>
      {found && (
        <p className={note} role="status">
          {room.new.pasted(numberText(found.tables.length), numberText(found.characters))}
        </p>
      )}
      {found && found.tables.length > 1 && (
        <Field label={room.new.which}>
          <RadioGroup
            value={String(found.chosen)}
            onChange={(_, { value }) => {
              setFound({ ...found, chosen: Number(value) });
              choose(found.tables, Number(value));
            }}
          >
            {found.tables.map(({ table, title, side, lines }, index) => (
              <Radio key={index} value={String(index)} label={room.new.tableOf([...(title === "" ? [] : [title]), ...(side === undefined ? [] : [room.new.side(side)])].join(" · "), numberText(table.columns.length), numberText(table.rows.length), String(lines.first), String(lines.last))} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}
