import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { PaneTheme } from "./pane-host.ts";

// The fonts of Office on Windows, Mac and Linux, Latin before Chinese.
const fontFamilyBase = '"Segoe UI", "Helvetica Neue", Arial, "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const fontFamilyMonospace = 'Consolas, "SF Mono", Menlo, "DejaVu Sans Mono", monospace';

const fonts = { fontFamilyBase, fontFamilyMonospace, fontFamilyNumeric: fontFamilyBase };

export const themes: Readonly<Record<PaneTheme, Theme>> = {
  light: { ...webLightTheme, ...fonts },
  dark: { ...webDarkTheme, ...fonts },
  "high-contrast": { ...teamsHighContrastTheme, ...fonts },
};
