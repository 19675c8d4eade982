/** Tasks that must not run at the same time: each waits for those before it, however they end. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  next<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task, task);
    this.last = turn;
    return turn;
  }

  /** Resolves once every task given so far has ended. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }
}
