import { createRoot } from "react-dom/client";
import type { MountedPane, PaneHost } from "./pane-host.ts";
import { Pane } from "./pane.tsx";

/** Puts the pane into the container. What the container held before, such as a notice that it loads, is replaced. */
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
