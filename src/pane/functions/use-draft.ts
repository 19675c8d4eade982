import { useEffect, useRef, useState } from "react";
import { type Answer, AnsweredError } from "../../functions/answer.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { type AnyFunction, callAnswer } from "../../calls/call-answer.ts";
import { namings, usePane, useTask } from "../pane-context.ts";
import { type DraftArgument, draftArguments, emptyArgument, type FormulaDraft, missingArguments, occupied, usedPart } from "./formula-draft.ts";

/** The field that takes what is selected in the workbook: a parameter by its index, or the cell for the result. */
export type Field = number | "target";

/** A selection larger than this holds data; it need not be read to know. */
const surelyData = 5_000;

/** While a person types, nothing is computed. */
const settling = 200;

const corner = (range: RangeAddress): RangeAddress => ({ ...range, rows: 1, columns: 1 });

async function isEmpty(workbook: Workbook, range: RangeAddress): Promise<boolean> {
  return range.rows * range.columns <= surelyData && occupied(await workbook.read(range)).length === 0;
}

/** A formula being put together from what is selected in the workbook and what is typed. */
export function useDraft(fn: AnyFunction, workbook: Workbook) {
  const names = Object.keys(fn.parameters);
  const [draft, setDraft] = useState<FormulaDraft>({ fn, arguments: names.map(() => emptyArgument), target: undefined });
  const [active, setActive] = useState<Field>();
  const run = useTask();
  const current = useRef(active);
  current.current = active;

  const setArgument = (index: number, argument: DraftArgument) =>
    setDraft((known) => ({ ...known, arguments: known.arguments.map((each, at) => (at === index ? argument : each)) }));
  const setTarget = (target: RangeAddress) => setDraft((known) => ({ ...known, target: corner(target) }));
  const take = (field: Field, range: RangeAddress) => (field === "target" ? setTarget(range) : setArgument(field, { kind: "range", range }));
  const latestTake = useRef(take);
  latestTake.current = take;

  useEffect(() => {
    let left = false;
    const selected = async () => usedPart(await workbook.selection(), await workbook.sheets());
    run(async () => {
      const range = await selected();
      const empty = await isEmpty(workbook, range);
      if (left) return;
      // Selected data are what the formula is about; an empty place is where it is wanted.
      latestTake.current(empty ? "target" : 0, range);
      setActive(empty ? 0 : names.length > 1 && !Object.values(fn.parameters)[1]?.optional ? 1 : "target");
    });
    const unsubscribe = workbook.onSelected(() =>
      run(async () => {
        const field = current.current;
        const range = field === undefined ? undefined : await selected();
        if (!left && range && field !== undefined && field === current.current) latestTake.current(field, range);
      }),
    );
    return () => {
      left = true;
      unsubscribe();
    };
    // The form is opened anew for another function or workbook.
  }, []);

  return { draft, active, setActive, setArgument, setTarget, ...usePreview(draft, workbook) };
}

/** What the formula would answer, as far as the pane can tell. */
function usePreview(draft: FormulaDraft, workbook: Workbook): { readonly preview: Answer | undefined } {
  const { settings } = usePane();
  const [preview, setPreview] = useState<Answer>();
  const run = useTask();
  useEffect(() => {
    if (missingArguments(draft).length > 0) {
      setPreview(undefined);
      return undefined;
    }
    let left = false;
    const timer = setTimeout(
      () =>
        run(async () => {
          const found = await callAnswer(workbook, draft.fn, draftArguments(draft), draft.target?.sheet ?? "", namings[settings.resultLanguage]);
          if (!left) setPreview(found);
        }),
      settling,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [draft, workbook, settings, run]);
  return { preview };
}

/** The block a result fills from its first cell on. */
export function filledBy(preview: Answer | undefined, target: RangeAddress): RangeAddress {
  if (preview === undefined || preview instanceof AnsweredError) return corner(target);
  return { ...target, rows: preview.length, columns: preview[0]?.length ?? 1 };
}
