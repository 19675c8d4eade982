import { Link as TextLink } from "@fluentui/react-components";
import type { Cause, FigureEffect } from "../../links/effect.ts";
import type { ChangedResult } from "../../links/results.ts";
import type { Locale } from "../../locales/locale.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";
import { movedTexts } from "./moved-texts.ts";
import { useLinksTexts, useLinkTask, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** Results in cells before and after, each difference split by what caused it. */
export function ResultEffects({ workbook, effects }: { readonly workbook: Workbook; readonly effects: readonly ChangedResult[] }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const run = useLinkTask();
  const { note } = useTableStyles();
  return (
    <>
      <p className={styles.legend} style={{ margin: 0 }}>
        {room.done.effects}
      </p>
      <ul className={styles.list}>
        {effects.map((effect) => {
          const address = a1OnSheet(effect.cell);
          const figures = effect.effect?.figures ?? [];
          return (
            <li key={address} className={styles.item}>
              <div className={styles.row}>
                <span>{effect.label}</span>
                <TextLink as="button" inline onClick={() => run(() => workbook.select(effect.cell))}>
                  {address}
                </TextLink>
              </div>
              {effect.effect?.refused.before && <p className={note}>{room.done.refusedBefore}</p>}
              {effect.effect?.refused.after && <p className={note}>{room.done.refusedAfter}</p>}
              {figures.length > 0 ? <FigureTable effect={effect} figures={figures} /> : <p className={note}>{`${valueText(effect.before) || room.plan.blank} → ${valueText(effect.after) || room.plan.blank}`}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const listed = 12;

const parameterTexts = ({ functions }: Locale, fn: string | undefined): [string, string][] =>
  Object.entries(functions).flatMap(([id, { parameters }]) => (id === fn ? Object.entries<string>(parameters) : []));

/** What comes before the first comma says what it is; the rest, how it is to be given. */
const clauseOf = (text: string) => /^[^,;:.，；：。（(]+/.exec(text)?.[0].trim() ?? text;

function FigureTable({ effect, figures }: { readonly effect: ChangedResult; readonly figures: readonly FigureEffect[] }) {
  const { locale, name } = usePane();
  const room = useLinksTexts();
  const labelOf = ({ labels, total }: FigureEffect) => (labels.length === 0 ? (total ? room.done.total : effect.label) : labels.map((label) => (typeof label === "string" ? label : name(label.term))).join(" · "));
  const texts = new Map(parameterTexts(locale, effect.id));
  const parameterName = (parameter: string) => clauseOf(texts.get(parameter) ?? parameter);
  const causeOf = ({ parameters, part }: Cause) => {
    if (part === "rate") return room.done.margins;
    const named = parameters.map(parameterName).join(", ");
    return part === undefined ? named : room.done[part](named);
  };
  const rows = figures.map((each, index) => {
    const split = each.causes.length > 1 || each.causes[0]?.part ? each.causes : [];
    return { key: String(index), name: labelOf(each), ...movedTexts(each.before, each.after, split.map((cause) => ({ name: causeOf(cause), amount: cause.amount }))) };
  });
  return <BeforeAfterTable label={effect.label} head={room.done.result} rows={rows} most={listed} />;
}
