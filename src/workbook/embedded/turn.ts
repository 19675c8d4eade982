// So long may a piece of work hold the page up: a person then sees neither a stuck pointer nor a late letter.
const patience = 20;

type Heard = (cells: number) => void;

/** Does work piece by piece, and lets the page live between them; `heard` is told of each piece, and may end the work by throwing. */
export async function inPieces<T>(pieces: Iterator<number, T>, heard: Heard = () => undefined): Promise<T> {
  for (;;) {
    const end = workedOn(pieces, heard);
    if (end) return end.result;
    await nextTurn();
  }
}

/** Works until the work is done or patience has run out; what came of it once it is done. */
export function workedOn<T>(pieces: Iterator<number, T>, heard: Heard = () => undefined): { readonly result: T } | undefined {
  const begun = performance.now();
  while (performance.now() - begun < patience) {
    const piece = pieces.next();
    if (piece.done) return { result: piece.value };
    heard(piece.value);
  }
  return undefined;
}

/** After all that waits, the page's drawing included. Timers would do, but a page in the background has one a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
