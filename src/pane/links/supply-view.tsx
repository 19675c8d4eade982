import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Link, LinkId } from "../../links/link.ts";
import type { Supply } from "../../links/source-reading.ts";
import { Part } from "../heading.tsx";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { PastedField } from "./pasted-field.tsx";
import { useLinksTexts, useLinkTask } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** Links that are to be refreshed, and those among them that only the person can supply. */
export interface Asked {
  readonly links: readonly Link[];
  readonly missing: readonly Link[];
  readonly supplies: ReadonlyMap<LinkId, Supply>;
}

interface SupplyViewProps {
  readonly asked: Asked;
  readonly onSupplied: (links: readonly Link[], supplies: ReadonlyMap<LinkId, Supply>) => void;
  readonly onCancel: () => void;
}

/** Asks for files by name, and for tables to be pasted anew. */
export function SupplyView({ asked: { links, missing, supplies }, onSupplied, onCancel }: SupplyViewProps) {
  const { files, allowedOrigins } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [own, setOwn] = useState(supplies);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const supply = (id: LinkId, given: Omit<Supply, "allowedOrigins"> | undefined) => {
    const next = new Map(own);
    if (given) next.set(id, { ...given, allowedOrigins });
    else next.delete(id);
    setOwn(next);
  };
  const ready = links.filter(({ id }) => own.has(id) || !missing.some((link) => link.id === id));
  const choose = (link: Link) =>
    run(async () => {
      const file = await files.choose();
      if (file) supply(link.id, { file });
    });
  return (
    <Part title={room.ask.title} headingRef={heading}>
      <p className={note}>{room.ask.sentence}</p>
      <ul className={styles.list}>
        {missing.map((link) => (
          <li key={link.id} className={styles.item}>
            <h3 className={styles.name}>{link.name}</h3>
            {"file" in link.source ? (
              <>
                <Button className={styles.start} size="small" onClick={() => choose(link)}>
                  {room.ask.choose(link.source.file)}
                </Button>
                {own.get(link.id)?.file && <p className={note}>{room.new.chosen(own.get(link.id)?.file?.name ?? "")}</p>}
              </>
            ) : (
              <PastedField label={room.ask.pasteFor(link.name)} columns={link.columns} onTable={(pasted) => supply(link.id, pasted && { pasted })} />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={ready.length === 0} onClick={() => ready.length > 0 && onSupplied(ready, own)}>
          {room.ask.plan}
        </Button>
        <Button onClick={onCancel}>{room.cancel}</Button>
      </div>
    </Part>
  );
}
