import { createRoot } from "react-dom/client";
import type { MountedPane, PaneHost } from "./pane-host.ts";
import { Pane } from "./pane.tsx";

/**
 * Puts the pane into the container and fills it: the container has the height. It is the landmark
 * too: `<main>` in a page of its own, `<aside aria-label="Headroom">` beside a grid. What it held
 * before, such as a notice that the page loads, is replaced.
 */
export function mountPane(container: HTMLElement, host: PaneHost): MountedPane {
  const root = createRoot(container);
  let edition = 0;
  const show = () => root.render(<Pane host={host} edition={edition} />);
  show();
  return {
    workbookReplaced() {
      edition += 1;
      show();
    },
    unmount: () => root.unmount(),
  };
}
