import { Button, Checkbox, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { LinkTarget } from "../../links/first-writing.ts";
import type { LinkSource } from "../../links/link.ts";
import { isPartial } from "../../links/source/source-table.ts";
import { a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import type { LinksDesk } from "./links-desk.ts";
import { firstCell, useLinksTexts, useLinkTask, useSelectedRange } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";
import { type ReadSource, SourceForm } from "./source-form.tsx";
import { TablePreview } from "./table-preview.tsx";

interface NewLinkProps {
  readonly desk: LinksDesk;
  readonly shown: boolean;
  readonly onClose: () => void;
}

/** A new link: where the figures come from, what was read, and where they are to stand. */
export function NewLink({ desk, shown, onClose }: NewLinkProps) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const selection = useSelectedRange(desk.workbook, shown);
  const [read, setRead] = useState<{ readonly read: ReadSource; readonly edition: number }>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Part title={room.new.title} headingRef={heading}>
        <SourceForm desk={desk} selection={selection} onRead={(found) => setRead(found && { read: found, edition: (read?.edition ?? 0) + 1 })} />
      </Part>
      {read && <Writing key={read.read.table.columns.join("\u0001")} desk={desk} read={read.read} selection={selection} onClose={onClose} />}
      <Button className={styles.start} onClick={onClose}>
        {room.cancel}
      </Button>
    </>
  );
}

interface WritingProps {
  readonly desk: LinksDesk;
  readonly read: ReadSource;
  readonly selection: RangeAddress | undefined;
  readonly onClose: () => void;
}

function Writing({ desk, read, selection, onClose }: WritingProps) {
  const { files, notify } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { table } = read;
  const [typed, setTyped] = useState<string>();
  const [keys, setKeys] = useState<readonly number[]>(() => table.keys[0] ?? []);
  const [where, setWhere] = useState<LinkTarget["kind"]>("sheet");
  const [automatic, setAutomatic] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const inWorkbook = read.source.kind === "range" || read.source.kind === "named";
  const name = (typed ?? read.name).trim() || room.new.untitled;
  const partial = isPartial(table);
  const start = selection && firstCell(selection);
  const target: LinkTarget | undefined = where === "sheet" ? { kind: "sheet", name } : start && { kind: "cell", at: start };
  const [rows, columns] = [numberText(table.rows.length), numberText(table.columns.length)];
  const write = () =>
    run(async () => {
      if (!target) return;
      const source: LinkSource = read.source.kind === "range" ? { kind: "range", pin: await desk.workbook.pin(read.source.range) } : read.source;
      try {
        const { link, written } = await desk.create({ name, source, columns: table.columns, keys, automatic: automatic && inWorkbook }, table, target);
        if (read.file) await files.keep(link.target, read.file);
        const [block] = await desk.workbook.pinned([link.target]);
        notify({ intent: "success", sentence: () => room.new.written(name, rows, block ? a1OnSheet(block) : ""), written });
        onClose();
      } catch (error) {
        if (source.kind === "range") await desk.workbook.unpin([source.pin]);
        throw error;
      }
    });
  const toggle = (column: number, chosen: boolean) => setKeys(chosen ? [...keys, column].sort((one, other) => one - other) : keys.filter((key) => key !== column));
  return (
    <Part title={room.new.heading}>
      <TablePreview table={table} />
      <Field label={room.new.name}>
        <Input value={typed ?? (read.name.trim() || room.new.untitled)} autoComplete="off" onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{room.new.keys}</legend>
        <p className={note}>{keys.length === 0 ? room.new.keysNone : room.new.keysHint}</p>
        {table.columns.map((column, index) => (
          <Checkbox key={index} label={column} checked={keys.includes(index)} onChange={(_, { checked }) => toggle(index, checked === true)} />
        ))}
      </fieldset>
      <Field label={room.new.target}>
        <RadioGroup value={where} onChange={(_, { value }) => setWhere(value === "cell" ? "cell" : "sheet")}>
          <Radio value="sheet" label={room.new.atSheet} />
          <Radio value="cell" label={start ? room.new.atSelection(a1OnSheet(start)) : room.new.noSelection} />
        </RadioGroup>
      </Field>
      {inWorkbook && <Checkbox label={room.new.automatic} checked={automatic} onChange={(_, { checked }) => setAutomatic(checked === true)} />}
      {partial && <Checkbox label={room.plan.partialAgreed} checked={agreed} onChange={(_, { checked }) => setAgreed(checked === true)} />}
      <p className={note}>{room.new.willWrite(rows, columns, where === "sheet" ? room.new.newSheet : start ? a1OnSheet(start) : "")}</p>
      <Button appearance="primary" className={styles.start} disabledFocusable={desk.now().busy !== undefined || !target || (partial && !agreed)} onClick={write}>
        {room.new.write}
      </Button>
    </Part>
  );
}
