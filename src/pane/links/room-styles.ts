import { makeStyles, tokens } from "@fluentui/react-components";

/** The looks the parts of the room share. */
export const useRoomStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "20px", padding: "12px 16px 24px" },
  form: { display: "flex", flexDirection: "column", rowGap: "12px", minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", minWidth: 0 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { paddingBlock: "10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: "flex", flexDirection: "column", rowGap: "4px" },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  text: { margin: 0 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  small: { minWidth: "auto" },
  start: { alignSelf: "start" },
  wide: { overflowX: "auto", maxWidth: "100%" },
  sentence: { whiteSpace: "normal", lineHeight: tokens.lineHeightBase300 },
  summary: { cursor: "pointer" },
  group: { margin: 0, padding: 0, border: "none", minWidth: 0, display: "flex", flexDirection: "column" },
  legend: { padding: 0, marginBottom: "4px", fontWeight: tokens.fontWeightSemibold },
});
