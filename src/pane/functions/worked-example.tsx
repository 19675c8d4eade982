import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Decimal } from "../../core/decimal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { type Cell, isCellError } from "../../functions/cell.ts";
import type { Outcome, ResultCell } from "../../functions/define.ts";
import { attempted } from "../../functions/element-wise.ts";
import type { Step } from "../../functions/step.ts";
import { Word } from "../../functions/term.ts";
import { sentenceOf } from "../../locales/texts.ts";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { isFraction } from "./fraction.ts";
import { exampleFormula } from "./formula-draft.ts";
import { FormulaCode } from "./formula-code.tsx";
import { ParameterName } from "./parameter-name.tsx";
import { namedBySteps } from "./named-by-steps.ts";
import { ResultTable } from "./result-table.tsx";
import { StepList } from "./step-list.tsx";

const useStyles = makeStyles({
  text: { margin: 0 },
  values: { display: "flex", flexWrap: "wrap", columnGap: "12px" },
  formula: {
    margin: 0,
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const isOutcome = (result: Outcome | Refusal): result is Outcome => "steps" in result;

/** The example of a function, computed here and now, with the way to its result. */
export function WorkedExample({ fn }: { readonly fn: AnyFunction }) {
  const { texts, locale } = usePane();
  const styles = useStyles();
  const { error } = useTableStyles();
  const [whole, setWhole] = useState(false);
  const result = useMemo(() => attempted(() => fn.call(fn.example)), [fn]);
  const steps = useMemo(() => (isOutcome(result) ? result.steps() : []), [result]);
  // A vector has no header to say what it is; the steps that lead to its figures do.
  const fractions = useMemo(() => new Set(steps.flatMap(fractionsIn).map(String)), [steps]);
  const isShare = (value: Decimal, headers: readonly (ResultCell | undefined)[]) => {
    const words = headers.flatMap((header) => (header instanceof Word ? [header.term] : []));
    return words.some(isFraction) || (words.length === 0 && fractions.has(String(value)));
  };
  return (
    <Part title={texts.functions.example}>
      <p className={styles.text}>{locale.functions[fn.id].example}</p>
      <p className={styles.formula}>
        <FormulaCode formula={exampleFormula(fn)} />
      </p>
      <Given fn={fn} />
      {isOutcome(result) ? (
        <>
          <Part level={3} title={texts.functions.exampleResult}>
            <ResultTable cells={namedBySteps(result.cells, steps)} label={texts.functions.exampleResult} isFraction={isShare} />
          </Part>
          {steps.length > 0 && (
            <Part level={3} title={texts.functions.steps}>
              <StepList steps={whole ? steps : steps.slice(0, shown)} />
              {steps.length > shown && (
                <Link as="button" style={{ alignSelf: "start" }} aria-expanded={whole} onClick={() => setWhole(!whole)}>
                  {whole ? texts.functions.fewerSteps : texts.functions.allSteps(numberText(steps.length))}
                </Link>
              )}
            </Part>
          )}
        </>
      ) : (
        <p className={error}>
          {texts.functions.exampleRefused} {sentenceOf(result.issue, locale.sentences)}
        </p>
      )}
    </Part>
  );
}

function fractionsIn({ term, value, symbols }: Step) {
  const given = Object.values(symbols).flatMap((symbol) => (isFraction(symbol.term) ? [symbol.value].flat() : []));
  return isFraction(term) ? [value, ...given] : given;
}

/** So many steps show the way; the others repeat it. */
const shown = 3;

/** The arguments of the example, each with its values. */
function Given({ fn }: { readonly fn: AnyFunction }) {
  const { texts } = usePane();
  const { table } = useTableStyles();
  const { values } = useStyles();
  return (
    <table className={table} aria-label={texts.functions.arguments}>
      <tbody>
        {Object.keys(fn.parameters).map((name, index) => {
          const argument = fn.example[index];
          return (
            <tr key={name}>
              <th scope="row" style={{ width: "34%" }}>
                <ParameterName name={name} />
              </th>
              <td>
                {argument === undefined
                  ? texts.functions.omitted
                  : argument.map((row, line) => (
                      <div key={line} className={row.length > 1 ? values : undefined}>
                        {row.map((cell, column) => (
                          <span key={column}>{cellText(cell)}</span>
                        ))}
                      </div>
                    ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function cellText(cell: Cell): string {
  if (cell === null) return "–";
  if (isCellError(cell)) return cell.error;
  return typeof cell === "number" ? numberText(cell) : String(cell);
}
