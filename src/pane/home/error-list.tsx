import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { sentenceOf } from "../../locales/texts.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import type { FoundError } from "./workbook-findings.ts";

/** More than these are one fault seen many times. */
const listed = 20;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { paddingBlock: "6px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "baseline" },
  sentence: { margin: 0 },
});

/** The cells that show an error: where, what, and in a sentence what to do. */
export function ErrorList({ errors }: { readonly errors: readonly FoundError[] }) {
  const { texts, locale, workbook } = usePane();
  const run = useTask();
  const styles = useStyles();
  const { note, error: red, code } = useTableStyles();
  const sentence = ({ issue, literal }: FoundError) => {
    if (issue) return sentenceOf(issue, locale.sentences);
    return Object.entries(texts.cellErrors).find(([known]) => known === literal)?.[1] ?? texts.otherError;
  };
  return (
    <Part level={3} title={texts.home.errorList(numberText(errors.length))}>
      <ul className={styles.list}>
        {errors.slice(0, listed).map((found) => {
          const address = a1OnSheet(found.cell);
          return (
            <li key={address} className={styles.item}>
              <div className={styles.head}>
                <Link
                  as="button"
                  inline
                  aria-label={texts.home.goTo(address)}
                  onClick={() => workbook.kind === "ready" && run(() => workbook.workbook.select(found.cell))}
                >
                  {address}
                </Link>
                <span className={mergeClasses(red, code)}>{found.literal}</span>
                {found.id && <span className={note}>{found.id}</span>}
              </div>
              <p className={styles.sentence}>{sentence(found)}</p>
            </li>
          );
        })}
      </ul>
      {errors.length > listed && <p className={note}>{texts.home.moreErrors(numberText(errors.length - listed))}</p>}
    </Part>
  );
}
