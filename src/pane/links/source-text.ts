import { useEffect, useState } from "react";
import { sourceRange } from "../../links/source-reading.ts";
import type { LinkSource } from "../../links/link.ts";
import type { LinksTexts } from "../../locales/links-texts.ts";
import { a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";
import { useLinksTexts } from "./room-tools.ts";

/** Where a link reads, in words; a range by the address it has now. */
export function useSourceText(workbook: Workbook, source: LinkSource): string {
  const room = useLinksTexts();
  const run = useTask();
  const [range, setRange] = useState<RangeAddress | null>();
  const pin = source.kind === "range" ? source.pin : "";
  useEffect(() => {
    if (pin === "") return undefined;
    let left = false;
    const read = () =>
      run(async () => {
        const found = await sourceRange(workbook, { kind: "range", pin });
        if (!left) setRange(found ?? null);
      });
    read();
    const unsubscribe = workbook.onChanged(read);
    return () => {
      left = true;
      unsubscribe();
    };
  }, [workbook, pin, run]);
  return sourceText(source, range, room);
}

function sourceText(source: LinkSource, range: RangeAddress | null | undefined, { sources, sourceDeleted }: LinksTexts): string {
  switch (source.kind) {
    case "range":
      return range === null ? sourceDeleted : range ? sources.range(a1OnSheet(range)) : "";
    case "named":
      return sources.named(source.name);
    case "csv":
      return sources.csv(source.file);
    case "xlsx":
      return sources.xlsx(source.file, source.sheet, source.range);
    case "paste":
      return sources.paste(source.from);
    case "address":
      return sources.address(source.url);
  }
}
