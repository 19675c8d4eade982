import { Field, makeStyles, SearchBox, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Family } from "../../functions/define.ts";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { search } from "./search.ts";

const useStyles = makeStyles({
  top: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "12px 16px 8px",
    backgroundColor: tokens.colorNeutralBackground1,
    display: "flex",
    flexDirection: "column",
    rowGap: "6px",
  },
  search: { width: "100%", maxWidth: "none" },
  groups: { display: "flex", flexDirection: "column", rowGap: "20px", padding: "4px 16px 16px" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  entry: {
    display: "block",
    width: "calc(100% + 16px)",
    marginInline: "-8px",
    padding: "7px 8px",
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    scrollMarginTop: "96px",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  id: { display: "block", fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** Search over both languages at once, and what it finds: by family, or best first once something is asked. */
export function FunctionList({ onOpen }: { readonly onOpen: (fn: AnyFunction) => void }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { note } = useTableStyles();
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => search(query), [query]);
  const arrows = useArrowNavigationGroup({ axis: "vertical", memorizeCurrent: true });
  const first = () => list.current?.querySelector("button");
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      first()?.focus();
    } else if (event.key === "Enter") first()?.click();
  };
  const asked = query.trim() !== "";
  return (
    <>
      <div className={styles.top} role="search">
        <Field label={texts.functions.search}>
          <SearchBox
            className={styles.search}
            placeholder={texts.functions.placeholder}
            value={query}
            onChange={(_, { value }) => setQuery(value)}
            onKeyDown={keys}
            dismiss={{ "aria-label": texts.functions.clear }}
          />
        </Field>
        <span className={note} role="status">
          {found.length === 0 ? texts.functions.notFound(query.trim()) : texts.functions.found(numberText(found.length))}
        </span>
      </div>
      <div ref={list} className={styles.groups} {...arrows}>
        {asked ? (
          <Entries fns={found} onOpen={onOpen} label={texts.functions.list} />
        ) : (
          families(found).map(([family, fns]) => (
            <Part key={family} title={texts.families[family]}>
              <Entries fns={fns} onOpen={onOpen} label={texts.families[family]} />
            </Part>
          ))
        )}
      </div>
    </>
  );
}

function families(fns: readonly AnyFunction[]): [Family, AnyFunction[]][] {
  const groups = new Map<Family, AnyFunction[]>();
  for (const fn of fns) groups.set(fn.family, [...(groups.get(fn.family) ?? []), fn]);
  return [...groups];
}

function Entries({ fns, onOpen, label }: { readonly fns: readonly AnyFunction[]; readonly onOpen: (fn: AnyFunction) => void; readonly label: string }) {
  const { locale } = usePane();
  const styles = useStyles();
  const { note } = useTableStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {fns.map((fn) => (
        <li key={fn.id}>
          <button type="button" className={styles.entry} data-function={fn.id} onClick={() => onOpen(fn)}>
            <span className={styles.id}>{fn.id}</span>
            <span className={note}>{locale.functions[fn.id].summary}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
