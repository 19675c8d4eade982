import { useEffect, useState } from "react";

/** Gives the keyboard back, when a dialog is taken away, to where it was before, unless something else has taken it by then. */
export function useFocusBack(): void {
  // What has the keyboard is known only until the dialog takes it, before its effects run.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (!(before instanceof HTMLElement)) return;
      // Another dialog opened at once, or the place that an answer leads to, has it rightly.
      setTimeout(() => before.isConnected && document.activeElement === document.body && before.focus());
    },
    [before],
  );
}
