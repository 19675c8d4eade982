import type { ExcerptLine } from "../../check/excerpt.ts";
import { useCheckStyles } from "./check-styles.ts";

/** The lines around a figure, the figures of the finding marked. */
export function ExcerptLines({ id, label, lines }: { readonly id: string; readonly label: string; readonly lines: readonly ExcerptLine[] }) {
  const styles = useCheckStyles();
  return (
    <div id={id} role="group" aria-label={label} className={styles.excerpt}>
      {lines.map(({ line, parts }) => (
        <div key={line} className={styles.line}>
          <span className={styles.number}>{line}</span>
          <span className={styles.words}>
            {parts.map(({ text, mark }, index) =>
              mark ? (
                <mark key={index} data-mark={mark}>
                  {text}
                </mark>
              ) : (
                <span key={index}>{text}</span>
              ),
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
