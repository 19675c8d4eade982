import type { PaneHost, PaneTheme } from "../../pane/pane-host.ts";
import { systemTheme } from "../../pane/system-theme.ts";

/** The looks of Excel: its own theme where it tells one (on the web it does not), else the system's. */
export const officeTheme: Pick<PaneHost, "theme" | "onTheme"> = {
  theme(): PaneTheme {
    const system = systemTheme.theme();
    if (system === "high-contrast") return system;
    const background = toldBackground();
    return background === undefined ? system : isDark(background) ? "dark" : "light";
  },
  // Excel tells of no change; it loads the pane anew.
  onTheme: systemTheme.onTheme,
};

function toldBackground(): string | undefined {
  // The types promise a theme in every host.
  const context: Partial<Pick<Office.Context, "officeTheme">> | undefined = typeof Office === "undefined" ? undefined : Office.context;
  const colour: unknown = context?.officeTheme?.bodyBackgroundColor;
  return typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined;
}

/** Whether white text reads better than black on this colour: its brightness as the eye weighs red, green and blue. */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return red * 299 + green * 587 + blue * 114 < 128_000;
}
