/** Tasks that must not run at the same time: each waits for those before it, however they end. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  next<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task);
    // Of how it ended nothing is kept: what came of it may be large.
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** Resolves once every task given so far has ended. */
  settled(): Promise<void> {
    return this.last;
  }
}
