import { Fragment } from "react";
import { useTableStyles } from "../table-styles.ts";

/** The name of a parameter, which may go on in the next line after an underscore and nowhere else. */
export function ParameterName({ name }: { readonly name: string }) {
  const { code } = useTableStyles();
  return (
    <span className={code}>
      {name.split("_").map((part, index) => (
        <Fragment key={index}>
          {index > 0 && "_"}
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
