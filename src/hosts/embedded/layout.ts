import type { PageTexts } from "../../locales/page-texts.ts";
import { remember, remembered } from "./memory.ts";

const least = 280;
const step = 24;

export type Shown = "grid" | "pane";

/** The divider between grid and pane, and, where the page is too narrow for both, the choice of one. */
export class Layout {
  private readonly divider: HTMLElement;
  private readonly views: HTMLElement;
  private readonly buttons: Readonly<Record<Shown, HTMLButtonElement>>;
  private width = Number(remembered("pane-width")) || 400;

  constructor(divider: HTMLElement, views: HTMLElement) {
    this.divider = divider;
    this.views = views;
    this.buttons = { grid: this.button("grid"), pane: this.button("pane") };
    views.append(this.buttons.grid, this.buttons.pane);
    divider.addEventListener("keydown", (event) => this.key(event));
    divider.addEventListener("pointerdown", (event) => this.drag(event));
    addEventListener("resize", () => this.resize(this.width));
    this.resize(this.width);
    this.show("pane");
  }

  name({ views, grid, pane, divider }: PageTexts): void {
    this.views.setAttribute("aria-label", views);
    this.divider.setAttribute("aria-label", divider);
    this.buttons.grid.textContent = grid;
    this.buttons.pane.textContent = pane;
  }

  /** Brings one to the front; where there is room for both, nothing changes. */
  show(shown: Shown): void {
    document.body.dataset["view"] = shown;
    for (const [name, button] of Object.entries(this.buttons)) button.setAttribute("aria-pressed", String(name === shown));
  }

  private button(shown: Shown): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", () => this.show(shown));
    return button;
  }

  private resize(width: number): void {
    const most = Math.max(least, innerWidth - 360);
    this.width = Math.round(Math.min(Math.max(width, least), most));
    document.documentElement.style.setProperty("--pane-width", `${this.width}px`);
    for (const [name, value] of Object.entries({ valuenow: this.width, valuemin: least, valuemax: most })) this.divider.setAttribute(`aria-${name}`, String(value));
  }

  private key(event: KeyboardEvent): void {
    const change = { ArrowLeft: step, ArrowRight: -step, Home: innerWidth, End: -innerWidth }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    this.resize(this.width + change);
    remember("pane-width", String(this.width));
  }

  private drag(event: PointerEvent): void {
    this.divider.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent) => this.resize(innerWidth - clientX);
    this.divider.addEventListener("pointermove", move);
    const stop = () => {
      this.divider.removeEventListener("pointermove", move);
      remember("pane-width", String(this.width));
    };
    this.divider.addEventListener("lostpointercapture", stop, { once: true });
  }
}
