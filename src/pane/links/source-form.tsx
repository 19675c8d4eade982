import { Button, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { LinkSource } from "../../links/link.ts";
import type { SourceTable } from "../../links/source/source-table.ts";
import { a1OnSheet, blockOf, blockOnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { NamedRange, Workbook } from "../../workbook/port.ts";
import { usePane } from "../pane-context.ts";
import type { SourceFile } from "../pane-host.ts";
import { useTableStyles } from "../table-styles.ts";
import type { LinksDesk } from "./links-desk.ts";
import { PastedField } from "./pasted-field.tsx";
import { useLinksTexts, useLinkTask } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** A source that has been read. A range is pinned once the link is written. */
export interface ReadSource {
  readonly source: Exclude<LinkSource, { kind: "range" }> | { readonly kind: "range"; readonly range: RangeAddress };
  readonly table: SourceTable;
  readonly name: string;
  readonly file?: SourceFile;
}

interface SourceFormProps {
  readonly desk: LinksDesk;
  readonly selection: RangeAddress | undefined;
  readonly onRead: (read: ReadSource | undefined) => void;
}

const kinds = ["range", "file", "paste", "address"] as const;
type Kind = (typeof kinds)[number];

/** Where the figures come from: this workbook, a file, the clipboard, an allowed address. */
export function SourceForm({ desk, selection, onRead }: SourceFormProps) {
  const { allowedOrigins } = usePane();
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const [kind, setKind] = useState<Kind>("paste");
  const offered = kinds.filter((each) => each !== "address" || allowedOrigins.length > 0);
  const choose = (value: string) => {
    setKind(offered.find((each) => each === value) ?? "paste");
    onRead(undefined);
  };
  return (
    <div className={styles.form}>
      <Field label={room.new.from}>
        <RadioGroup value={kind} onChange={(_, { value }) => choose(value)}>
          {offered.map((each) => (
            <Radio key={each} value={each} label={room.new.kinds[each]} />
          ))}
        </RadioGroup>
      </Field>
      {kind === "range" && <RangeSource desk={desk} selection={selection} onRead={onRead} />}
      {kind === "file" && <FileSource desk={desk} onRead={onRead} />}
      {kind === "paste" && <PasteSource onRead={onRead} />}
      {kind === "address" && <AddressSource desk={desk} onRead={onRead} />}
    </div>
  );
}

function RangeSource({ desk, selection, onRead }: SourceFormProps) {
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const [typed, setTyped] = useState(() => (selection && selection.rows > 1 ? a1OnSheet(selection) : ""));
  const [fault, setFault] = useState<string>();
  const [named, setNamed] = useState<readonly NamedRange[]>([]);
  const [name, setName] = useState("");
  const { workbook } = desk;
  useEffect(() => run(async () => setNamed(await workbook.namedRanges())), [workbook]);
  const read = () =>
    run(async () => {
      onRead(undefined);
      setFault(undefined);
      if (name !== "") {
        const source = { kind: "named", name } as const;
        return onRead({ source, name, table: await desk.read(source, name, { allowedOrigins: [] }) });
      }
      const range = await rangeNamed(workbook, typed, selection);
      if (!range) return setFault(room.new.notAnAddress(typed));
      const pin = await workbook.pin(range);
      try {
        onRead({ source: { kind: "range", range }, name: a1OnSheet(range), table: await desk.read({ kind: "range", pin }, a1OnSheet(range), { allowedOrigins: [] }) });
      } finally {
        await workbook.unpin([pin]);
      }
    });
  return (
    <div className={styles.form}>
      <Field label={room.new.range} hint={room.new.rangeHint} validationState={fault ? "error" : "none"} validationMessage={fault ?? null}>
        <Input value={typed} disabled={name !== ""} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {selection && (
        <Button size="small" className={styles.start} onClick={() => setTyped(a1OnSheet(selection))}>
          {room.new.takeSelection}
        </Button>
      )}
      {named.length > 0 && (
        <Field label={room.new.named}>
          <Select value={name} onChange={(_, { value }) => setName(value)}>
            <option value="">{room.new.noName}</option>
            {named.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Button className={styles.start} onClick={read}>
        {room.new.read}
      </Button>
    </div>
  );
}

async function rangeNamed(workbook: Workbook, text: string, selection: RangeAddress | undefined): Promise<RangeAddress | undefined> {
  const block = blockOf(text.trim());
  const range = blockOnSheet(text.trim()) ?? (block && selection && { sheet: selection.sheet, ...block });
  return range && (await workbook.sheets()).some(({ name }) => name === range.sheet) ? range : undefined;
}

function FileSource({ desk, onRead }: Pick<SourceFormProps, "desk" | "onRead">) {
  const { files, allowedOrigins } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [file, setFile] = useState<SourceFile>();
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState("");
  const [range, setRange] = useState("");
  const read = async (chosen: SourceFile, source: ReadSource["source"] & LinkSource) =>
    onRead({ source, name: chosen.name.replace(/\.\w+$/, ""), file: chosen, table: await desk.read(source, chosen.name, { file: chosen, allowedOrigins }) });
  const choose = () =>
    run(async () => {
      const chosen = await files.choose();
      if (!chosen) return;
      setFile(chosen);
      setSheets([]);
      onRead(undefined);
      if (!/\.xls[xm]$/i.test(chosen.name)) return read(chosen, { kind: "csv", file: chosen.name });
      const names = await desk.sheets(chosen);
      setSheets(names);
      setSheet(names[0] ?? "");
    });
  return (
    <div className={styles.form}>
      <p className={note}>{room.new.fileHint}</p>
      <Button className={styles.start} onClick={choose}>
        {room.new.chooseFile}
      </Button>
      {file && <p className={note}>{room.new.chosen(file.name)}</p>}
      {file && sheets.length > 0 && (
        <>
          <Field label={room.new.sheet}>
            <Select value={sheet} onChange={(_, { value }) => setSheet(value)}>
              {sheets.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          </Field>
          <Field label={room.new.part} hint={room.new.partHint}>
            <Input value={range} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setRange(value)} />
          </Field>
          <Button className={styles.start} onClick={() => run(() => read(file, { kind: "xlsx", file: file.name, sheet, range: range.trim().toUpperCase() }))}>
            {room.new.read}
          </Button>
        </>
      )}
    </div>
  );
}

function PasteSource({ onRead }: Pick<SourceFormProps, "onRead">) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const [from, setFrom] = useState("");
  const [found, setFound] = useState<{ readonly table: SourceTable; readonly title: string }>();
  const tell = (table: SourceTable | undefined, title: string, where: string) =>
    onRead(table && { source: { kind: "paste", from: where.trim() === "" ? room.new.pastedDefault : where.trim() }, name: title === "" ? where.trim() : title, table });
  return (
    <div className={styles.form}>
      <PastedField
        label={room.new.paste}
        onTable={(table, title) => {
          setFound(table && { table, title });
          tell(table, title, from);
        }}
      />
      <Field label={room.new.pastedFrom} hint={room.new.pastedFromHint}>
        <Input
          value={from}
          autoComplete="off"
          onChange={(_, { value }) => {
            setFrom(value);
            tell(found?.table, found?.title ?? "", value);
          }}
        />
      </Field>
    </div>
  );
}

function AddressSource({ desk, onRead }: Pick<SourceFormProps, "desk" | "onRead">) {
  const { allowedOrigins } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const [url, setUrl] = useState("");
  const read = () =>
    run(async () => {
      onRead(undefined);
      const source = { kind: "address", url: url.trim() } as const;
      const table = await desk.read(source, source.url, { allowedOrigins });
      onRead({ source, table, name: new URL(source.url).pathname.split("/").at(-1)?.replace(/\.\w+$/, "") ?? "" });
    });
  return (
    <div className={styles.form}>
      <Field label={room.new.address} hint={room.new.addressHint(allowedOrigins.join(", "))}>
        <Input type="url" value={url} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setUrl(value)} />
      </Field>
      <Button className={styles.start} onClick={read}>
        {room.new.read}
      </Button>
    </div>
  );
}
