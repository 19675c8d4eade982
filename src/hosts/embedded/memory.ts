type Remembered = "language" | "pane-width";

/** A choice a person made on this machine; null where there is none, or where the browser keeps nothing. */
export function remembered(name: Remembered): string | null {
  try {
    return localStorage.getItem(`headroom-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: Remembered, value: string): void {
  try {
    localStorage.setItem(`headroom-${name}`, value);
  } catch {
    // A browser that keeps nothing forgets the choice, and nothing else is lost.
  }
}
