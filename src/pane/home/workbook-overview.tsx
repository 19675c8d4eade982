import { Button, Link, mergeClasses, Spinner } from "@fluentui/react-components";
import type { SheetSummary } from "../../workbook/port.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { ErrorList } from "./error-list.tsx";
import { type Overview, useFindings } from "./use-findings.ts";

/** The sheets with their used size, our formulas on them, and the errors these show. */
export function WorkbookOverview({ shown }: { readonly shown: boolean }) {
  const { texts, workbook } = usePane();
  const ready = workbook.kind === "ready" ? workbook : undefined;
  const overview = useFindings(ready?.workbook, ready?.edition ?? 0, shown);
  const { note } = useTableStyles();
  const { sheets, found, state } = overview;
  const formulas = found.reduce((sum, each) => sum + each.formulas, 0);
  const errors = found.flatMap((each) => each.errors);
  if (workbook.kind === "failed") return null;
  return (
    <Part title={texts.home.workbook}>
      {sheets.length > 0 && <SheetTable overview={overview} />}
      {state === "looking" && found.length < sheets.length && <Progress overview={overview} />}
      {(state === "large" || state === "stopped") && <Asked overview={overview} />}
      {state === "done" && formulas === 0 && <p className={note}>{texts.home.noFormulas}</p>}
      {formulas > 0 && errors.length === 0 && <p className={note}>{texts.home.noErrors}</p>}
      {errors.length > 0 && <ErrorList errors={errors} />}
    </Part>
  );
}

function SheetTable({ overview: { sheets, found } }: { readonly overview: Overview }) {
  const { texts, workbook } = usePane();
  const run = useTask();
  const { table, figure, error } = useTableStyles();
  const show = ({ name }: SheetSummary) => {
    if (workbook.kind === "ready") run(() => workbook.workbook.select({ sheet: name, row: 0, column: 0, rows: 1, columns: 1 }));
  };
  return (
    <table className={table} aria-label={texts.home.workbook}>
      <thead>
        <tr>
          <th scope="col">{texts.home.sheet}</th>
          <th scope="col" className={figure}>
            {texts.home.used}
          </th>
          <th scope="col" className={figure}>
            {texts.home.formulas}
          </th>
          <th scope="col" className={figure}>
            {texts.home.errors}
          </th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => {
          const own = found.find((each) => each.sheet.name === sheet.name);
          const empty = sheet.rows * sheet.columns === 0;
          return (
            <tr key={sheet.name}>
              <th scope="row">
                <Link as="button" inline style={{ fontSize: "inherit", fontWeight: "normal", textAlign: "start" }} onClick={() => show(sheet)}>
                  {sheet.name}
                </Link>
              </th>
              <td className={figure}>{empty ? texts.home.emptySheet : texts.home.usedSize(numberText(sheet.rows), numberText(sheet.columns))}</td>
              <td className={figure}>{own ? numberText(own.formulas) : ""}</td>
              <td className={mergeClasses(figure, own && own.errors.length > 0 && error)}>{own ? numberText(own.errors.length) : ""}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Progress({ overview: { stop } }: { readonly overview: Overview }) {
  const { texts } = usePane();
  return (
    <div style={{ display: "flex", alignItems: "center", gap: 12 }}>
      <Spinner size="extra-tiny" label={texts.home.counting} />
      <Button size="small" onClick={stop}>
        {texts.home.stop}
      </Button>
    </div>
  );
}

function Asked({ overview: { state, sheets, look } }: { readonly overview: Overview }) {
  const { texts } = usePane();
  const { note } = useTableStyles();
  const cells = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return (
    <>
      <p className={note}>{state === "large" ? texts.home.large(numberText(cells)) : texts.home.stopped}</p>
      <Button size="small" style={{ alignSelf: "start" }} onClick={look}>
        {texts.home.count}
      </Button>
    </>
  );
}

