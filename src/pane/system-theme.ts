import type { PaneHost, PaneTheme } from "./pane-host.ts";

const forced = "(forced-colors: active)";
const dark = "(prefers-color-scheme: dark)";

/** The looks asked for by the operating system, for hosts that have none of their own. */
export const systemTheme: Pick<PaneHost, "theme" | "onTheme"> = {
  theme(): PaneTheme {
    if (matchMedia(forced).matches) return "high-contrast";
    return matchMedia(dark).matches ? "dark" : "light";
  },
  onTheme(listener) {
    const queries = [matchMedia(forced), matchMedia(dark)];
    for (const query of queries) query.addEventListener("change", listener);
    return () => {
      for (const query of queries) query.removeEventListener("change", listener);
    };
  },
};
