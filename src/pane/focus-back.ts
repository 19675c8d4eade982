import { useEffect, useState } from "react";

/** Gives the keyboard back, when a dialog is taken away, to where it was before. */
export function useFocusBack(): void {
  // What has the keyboard is known only until the dialog takes it, before its effects run.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) setTimeout(() => before.focus());
    },
    [before],
  );
}
