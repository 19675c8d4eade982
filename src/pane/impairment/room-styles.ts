import { makeStyles, tokens } from "@fluentui/react-components";

/** The looks the steps of the room share. */
export const useRoomStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "16px", padding: "12px 16px 24px", "& .fui-Field, & .fui-Select, & .fui-Input": { minWidth: 0, maxWidth: "100%" }, "& select, & .fui-Input > input": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
  form: { display: "flex", flexDirection: "column", rowGap: "12px" },
  group: { display: "flex", flexDirection: "column", rowGap: "10px", margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, marginBottom: "6px", fontWeight: tokens.fontWeightSemibold },
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    padding: "10px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 12px", minWidth: 0 },
  between: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", gap: "4px 8px" },
  two: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(128px, 100%), 1fr))", gap: "10px 12px", alignItems: "start" },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: "8px" },
  text: { margin: 0 },
  grow: { flex: "1 1 0", minWidth: 0 },
  small: { minWidth: "auto" },
  start: { alignSelf: "start" },
  inlineLink: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase400, textAlign: "start" },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});
