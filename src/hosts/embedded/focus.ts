import type { Layout, Shown } from "./layout.ts";

interface Region {
  readonly root: HTMLElement;
  /** What takes the keyboard there, in the order of preference. */
  readonly first: readonly string[];
  readonly view?: Shown;
}

// Inside the grid Tab moves from cell to cell, so a key of its own leads out, the one Excel has for it.
const key = "F6";
const typing = "[contenteditable]";

/** F6 leads from the grid to the pane, to the bar, and round again; with Shift the other way. */
export function moveBetween(regions: readonly Region[], layout: Layout): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const here = regions.findIndex(({ root }) => root.contains(document.activeElement));
      const next = regions.at((here + (event.shiftKey ? -1 : 1)) % regions.length);
      if (next?.view) layout.show(next.view);
      next?.first.map((selector) => next.root.querySelector<HTMLElement>(selector)).find((found) => found !== null)?.focus();
    },
    { capture: true },
  );
}

/** The regions of the page in the order F6 follows. */
export function regionsOf(grid: HTMLElement, pane: HTMLElement, bar: HTMLElement): Region[] {
  return [
    { root: grid, first: [typing], view: "grid" },
    { root: pane, first: ['[role="tab"][aria-selected="true"]', "button, input"], view: "pane" },
    { root: bar, first: ["button:not(:disabled), input"] },
  ];
}

/** The engine takes the keyboard when it first draws itself; a person who is at work elsewhere by then keeps it. */
export function keepFocusOutside(grid: HTMLElement, drawn: Promise<unknown>): void {
  const giveBack = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !grid.contains(relatedTarget)) relatedTarget.focus();
  };
  grid.addEventListener("focusin", giveBack);
  const stop = () => {
    grid.removeEventListener("focusin", giveBack);
    grid.removeEventListener("pointerdown", stop, true);
    removeEventListener("keydown", chosen, true);
  };
  const chosen = ({ key: pressed }: KeyboardEvent) => {
    if (pressed === "Tab" || pressed === key) stop();
  };
  grid.addEventListener("pointerdown", stop, true);
  addEventListener("keydown", chosen, true);
  // What it draws first it draws in several steps.
  void drawn.then(() => setTimeout(stop, 3_000), stop);
}
