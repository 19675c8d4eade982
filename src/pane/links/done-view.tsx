import { Button, Link as TextLink } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Decimal } from "../../core/decimal.ts";
import type { Cause, FigureEffect } from "../../links/effect.ts";
import type { ChangedResult } from "../../links/results.ts";
import type { Locale } from "../../locales/locale.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { Part } from "../heading.tsx";
import { amountDecimals, numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import type { Done } from "./refresh-work.ts";
import { useLinksTexts, useLinkTask, useReasonSentence, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** What refreshes did: to their blocks, and to the results that depend on them. */
export function DoneView({ workbook, done, onClose }: { readonly workbook: Workbook; readonly done: readonly Done[]; readonly onClose: () => void }) {
  const { notify } = usePane();
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useLinkTask();
  const sentence = useReasonSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const undo = ({ written }: Done) =>
    run(async () => {
      if (!written) return;
      const whole = await written.undo();
      notify(whole ? { intent: "info", sentence: ({ status }) => status.undone(written.sheets) } : { intent: "error", sentence: ({ status }) => status.notUndone });
      if (whole) onClose();
    });
  return (
    <Part title={room.done.title} headingRef={heading}>
      {done.map((each) => (
        <Part key={each.link.id} level={3} title={each.link.name}>
          {each.reason ? (
            <p className={styles.warning} style={{ margin: 0 }} role="alert">
              {sentence(each.reason)}
            </p>
          ) : (
            <>
              <p className={styles.text}>
                {each.added + each.removed + each.changed + each.kept === 0 ? room.done.unchanged : room.done.counts(numberText(each.added), numberText(each.removed), numberText(each.changed), numberText(each.kept))}
              </p>
              {each.effects.length === 0 ? <p className={note}>{room.done.noEffects}</p> : <Effects workbook={workbook} effects={each.effects} />}
              {each.written && (
                <Button size="small" className={styles.start} aria-label={room.done.undoOf(each.link.name)} onClick={() => undo(each)}>
                  {room.done.undo}
                </Button>
              )}
            </>
          )}
        </Part>
      ))}
      <Button appearance="primary" className={styles.start} onClick={onClose}>
        {room.done.close}
      </Button>
    </Part>
  );
}

/** Results before and after, each difference split by what caused it. */
function Effects({ workbook, effects }: { readonly workbook: Workbook; readonly effects: readonly ChangedResult[] }) {
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
  const { table, figure, note, result } = useTableStyles();
  const labelOf = ({ labels, total }: FigureEffect) => (labels.length === 0 ? (total ? room.done.total : effect.label) : labels.map((label) => (typeof label === "string" ? label : name(label.term))).join(" · "));
  const parameterName = (parameter: string) => clauseOf(parameterTexts(locale, effect.id).find(([id]) => id === parameter)?.[1] ?? parameter);
  const causeOf = ({ parameters, part }: Cause) => {
    const named = parameters.map(parameterName).join(", ");
    return part === undefined ? named : room.done[part](named);
  };
  return (
    <>
      <table className={`${table} ${result}`} aria-label={effect.label}>
        <thead>
          <tr>
            <th scope="col">{room.done.result}</th>
            <th scope="col" className={figure}>
              {room.plan.before}
            </th>
            <th scope="col" className={figure}>
              {room.plan.after}
            </th>
            <th scope="col" className={figure}>
              {room.done.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.slice(0, listed).flatMap((each) => {
            const difference = each.after.minus(each.before);
            const decimals = amountDecimals([each.before, each.after, difference, ...each.causes.map(({ amount }) => amount)]);
            const shown = (value: Decimal) => (decimals > 0 && value.abs().gte(1) ? numberText(value, Math.max(2, decimals)) : numberText(value));
            return [
              <tr key={labelOf(each)}>
                <th scope="row">{labelOf(each)}</th>
                <td className={figure}>{shown(each.before)}</td>
                <td className={figure}>{shown(each.after)}</td>
                <td className={figure}>{shown(difference)}</td>
              </tr>,
              ...(each.causes.length > 1 || each.causes[0]?.part
                ? each.causes.map((cause, index) => (
                    <tr key={`${labelOf(each)} ${index}`}>
                      <td colSpan={3} style={{ paddingInlineStart: 12 }}>
                        {`${room.done.causes} ${causeOf(cause)}`}
                      </td>
                      <td className={figure}>{shown(cause.amount)}</td>
                    </tr>
                  ))
                : []),
            ];
          })}
        </tbody>
      </table>
      {figures.length > listed && <p className={note}>{room.plan.more(numberText(figures.length - listed))}</p>}
    </>
  );
}
