import { makeStyles, tokens } from "@fluentui/react-components";

/** The looks of every table of the pane: quiet rules, figures in columns of equal digits. */
export const useTableStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: "5px 6px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      verticalAlign: "top",
      textAlign: "start",
    },
    "& th:first-child, & td:first-child": { paddingInlineStart: 0 },
    "& th:last-child, & td:last-child": { paddingInlineEnd: 0 },
    "& th": { fontWeight: tokens.fontWeightSemibold },
    "& thead th": { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, verticalAlign: "bottom" },
  },
  heading: { textAlign: "end !important" as "end" },
  figure: { textAlign: "end !important" as "end", whiteSpace: "nowrap" },
  note: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, margin: 0 },
  /** Figures keep together: a table that has no room for them is laid out otherwise. */
  result: { overflowWrap: "normal", "& thead th": { hyphens: "auto", textWrap: "balance" }, "& tbody th": { minWidth: "5em" } },
  group: { paddingTop: "10px !important" as "10px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
});
