import { Button, Checkbox } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { isPartial } from "../../links/source/source-table.ts";
import { a1 } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";
import type { DeskSnapshot, LinksDesk } from "./links-desk.ts";
import { OverwrittenTable } from "./overwritten-table.tsx";
import type { PlannedRefresh } from "./refresh-work.ts";
import { useLinksTexts, useReasonSentence, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";
import { SourceFaults } from "./table-preview.tsx";

type Planned = PlannedRefresh & { readonly kind: "planned" };

const listed = 12;

interface PlanViewProps {
  readonly desk: LinksDesk;
  readonly snapshot: DeskSnapshot;
  readonly onWrite: () => void;
}

/** What refreshes would change, shown before anything is written. */
export function PlanView({ desk, snapshot: { plans, busy }, onWrite }: PlanViewProps) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const sentence = useReasonSentence();
  const [agreed, setAgreed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // A plan that nobody has asked for must not take the focus from the cell a person is in.
  useEffect(() => void (document.hasFocus() && document.activeElement === document.body && heading.current?.focus()), []);
  const open = plans.filter((plan): plan is Planned => plan.kind === "planned");
  const partial = open.some(({ table }) => isPartial(table));
  const something = open.some(({ prepared, given }) => prepared.blocks.length > 0 || given.size > 0);
  return (
    <Part title={room.plan.title} headingRef={heading}>
      {plans.length > 1 && open.length > 0 && !something && <p className={styles.text}>{room.plan.allNothing}</p>}
      {plans.map((plan) => (
        <Part key={plan.link.id} level={3} title={plan.link.name}>
          {plan.reads.length > 0 && <p className={note}>{room.plan.chained(plan.reads.map(({ name }) => name).join(", "))}</p>}
          {plan.kind === "refused" ? (
            <p className={styles.warning} style={{ margin: 0 }} role="alert">
              {sentence(plan.reason)}
            </p>
          ) : (
            <LinkPlan plan={plan} disabled={busy !== undefined} onGive={(given) => desk.give(plan.link.id, given)} />
          )}
        </Part>
      ))}
      {partial && <Checkbox label={room.plan.partialAgreed} checked={agreed} onChange={(_, { checked }) => setAgreed(checked === true)} />}
      <div className={styles.row}>
        {open.length > 0 && (
          <Button appearance="primary" disabledFocusable={busy !== undefined || (partial && !agreed)} onClick={() => !busy && (!partial || agreed) && onWrite()}>
            {room.plan.write}
          </Button>
        )}
        <Button disabledFocusable={busy !== undefined} onClick={desk.cancel}>
          {room.cancel}
        </Button>
      </div>
      {open.length === 0 && <p className={note}>{room.plan.allNothing}</p>}
    </Part>
  );
}

interface LinkPlanProps {
  readonly plan: Planned;
  readonly disabled: boolean;
  readonly onGive: (given: ReadonlySet<string>) => void;
}

function LinkPlan({ plan, disabled, onGive }: LinkPlanProps) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { prepared, table, further, given } = plan;
  const { added, removed, changed, overwritten } = prepared.plan;
  const quiet = prepared.blocks.length === 0 && overwritten.length === 0;
  const counts = [...(added.length > 0 ? [room.plan.added(numberText(added.length))] : []), ...(removed.length > 0 ? [room.plan.removed(numberText(removed.length))] : []), ...(changed.length > 0 ? [room.plan.changed(numberText(changed.length))] : [])];
  return (
    <>
      <p className={styles.text}>{quiet || counts.length === 0 ? (overwritten.length > 0 ? "" : room.plan.nothing) : counts.join(" · ")}</p>
      <ChangedCells plan={plan} />
      {overwritten.length > 0 && <OverwrittenTable prepared={prepared} given={given} disabled={disabled} onGive={onGive} />}
      {further.length > 0 && <p className={note}>{room.plan.further(further.join(", "))}</p>}
      <SourceFaults table={table} />
    </>
  );
}

/** The first of the cells that would change, and of the rows that would come and go. */
function ChangedCells({ plan: { prepared, link } }: { readonly plan: Planned }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { plan, before } = prepared;
  const { columns: headers } = link;
  const rowNames = (rows: readonly number[], named: (row: number) => string) => rows.slice(0, listed).map(named).join("; ") + (rows.length > listed ? ` ${room.plan.more(numberText(rows.length - listed))}` : "");
  const keys = link.keys.length > 0 ? link.keys : headers.slice(0, 2).map((_, column) => column);
  const changes = plan.changed.slice(0, listed).map((change) => {
    const cells = plan.rows[change.row]?.cells ?? [];
    const name = [...keys.filter((key) => key !== change.column).map((key) => valueText(cells[key]?.value ?? null)), headers[change.column]].join(" · ");
    return { key: `${change.row}:${change.column}`, name, before: valueText(change.before.value), after: valueText(change.after) };
  });
  const addedName = (row: number) => keys.map((key) => valueText(plan.rows[row]?.cells[key]?.value ?? null)).join(" ");
  const removedName = (row: number) => a1({ ...before, row: before.row + 1 + row, rows: 1 });
  return (
    <>
      {plan.changed.length > 0 && (
        <details open={plan.changed.length <= listed}>
          <summary className={styles.summary}>{room.plan.changes}</summary>
          <BeforeAfterTable label={room.plan.changes} head={room.plan.cell} rows={changes} most={listed} of={plan.changed.length} />
        </details>
      )}
      {plan.added.length > 0 && <p className={note}>{`${room.plan.rowsAdded}: ${rowNames(plan.added, addedName)}`}</p>}
      {plan.removed.length > 0 && <p className={note}>{`${room.plan.rowsRemoved}: ${rowNames(plan.removed, removedName)}`}</p>}
    </>
  );
}
