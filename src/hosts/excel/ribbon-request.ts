/** A command of the ribbon that the pane carries out: it may be given before the pane stands. */
export class RibbonRequest {
  private waiting = false;
  private listener: (() => void) | undefined;

  make(): void {
    if (this.listener) this.listener();
    else this.waiting = true;
  }

  follow(listener: () => void): () => void {
    this.listener = listener;
    if (this.waiting) {
      this.waiting = false;
      listener();
    }
    return () => {
      if (this.listener === listener) this.listener = undefined;
    };
  }
}
