import { Fragment } from "react";
import { useTableStyles } from "../table-styles.ts";

/** A formula that goes on in the next line after a comma or semicolon, not in the middle of a figure. */
export function FormulaCode({ formula }: { readonly formula: string }) {
  const { code } = useTableStyles();
  const parts = formula.match(/(?:"[^"]*"|[^",;(])*[,;(]?/g) ?? [formula];
  return (
    <span className={code}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
