import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Step } from "../../functions/step.ts";
import type { Term } from "../../functions/term.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { derivations } from "./derivation.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  step: { paddingBlock: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, paddingInlineStart: "12px", textIndent: "-12px" },
  result: { fontWeight: tokens.fontWeightSemibold },
  legend: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "12px", margin: 0, "& dd": { margin: 0 } },
});

/** The way to a result, step by step: in symbols, with the values put in, and what comes out. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const { name, texts } = usePane();
  const styles = useStyles();
  const { note } = useTableStyles();
  const derived = derivations(steps, name);
  const legend = new Map<string, Set<Term>>();
  for (const { symbol, term } of derived.flatMap((each) => each.legend)) legend.set(symbol, (legend.get(symbol) ?? new Set()).add(term));
  return (
    <>
      <ol className={styles.list}>
        {derived.map(({ term, which, symbols, values, result }, index) => (
          <li key={index} className={styles.step}>
            <p className={styles.name}>
              {name(term)}
              {which !== undefined && ` (${which})`}
            </p>
            {symbols !== result && <p className={styles.line}>= {symbols}</p>}
            {values !== symbols && values !== result && <p className={styles.line}>= {values}</p>}
            <p className={mergeClasses(styles.line, styles.result)}>= {result}</p>
          </li>
        ))}
      </ol>
      <p className={note}>{texts.functions.roundedSteps}</p>
      <dl className={mergeClasses(note, styles.legend)}>
        {[...legend].map(([symbol, terms]) => (
          <div key={symbol} style={{ display: "contents" }}>
            <dt>{symbol}</dt>
            <dd>{[...terms].map((term) => name(term)).join(" / ")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
