import { makeStyles, tokens } from "@fluentui/react-components";

/** The looks the parts of the room share. */
export const useCheckStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "16px", padding: "12px 16px 24px" },
  form: { display: "flex", flexDirection: "column", rowGap: "12px" },
  text: { margin: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px 12px", minWidth: 0 },
  two: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(128px, 100%), 1fr))", gap: "8px 12px", "& > *": { minWidth: 0 }, "& select": { minWidth: 0, width: "100%" } },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  finding: { display: "flex", flexDirection: "column", rowGap: "6px", paddingBlock: "10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "2px 10px", margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  figures: { display: "flex", flexWrap: "wrap", gap: "2px 16px", margin: 0, "& div": { display: "flex", columnGap: "6px" }, "& dt": { color: tokens.colorNeutralForeground2 }, "& dd": { margin: 0, fontWeight: tokens.fontWeightSemibold } },
  details: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  summary: { cursor: "pointer" },
  excerpt: {
    margin: 0,
    padding: "8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    "& mark": { padding: "0 2px", borderRadius: "2px", fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground5, border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
    "& mark[data-mark='figure']": { color: tokens.colorPaletteRedForeground1, border: `2px solid ${tokens.colorPaletteRedBorderActive}` },
  },
  line: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "8px" },
  number: { color: tokens.colorNeutralForeground2, textAlign: "end", minWidth: "2.5em" },
  words: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  area: { "& textarea": { minHeight: "120px", maxHeight: "40vh" } },
  preview: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, maxHeight: "6em", overflow: "hidden" },
  hidden: { display: "none" },
  start: { alignSelf: "start" },
});
