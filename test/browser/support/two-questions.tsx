import { Dialog, DialogSurface, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { useFocusBack } from "../../../src/pane/focus-back.ts";

/** Two questions, each asked by a button, and a heading that the answer to one leads to. */
function TwoQuestions() {
  const [asked, setAsked] = useState<"first" | "second">();
  const answered = () => {
    setAsked(undefined);
    requestAnimationFrame(() => document.getElementById("heading")?.focus());
  };
  return (
    <FluentProvider theme={webLightTheme}>
      <h2 id="heading" tabIndex={-1}>
        Units
      </h2>
      {(["first", "second"] as const).map((name) => (
        <button key={name} id={name} onClick={() => setAsked(name)}>
          {name}
        </button>
      ))}
      {asked && <Question key={asked} name={asked} onClose={() => setAsked(undefined)} onYes={answered} />}
    </FluentProvider>
  );
}

function Question({ name, onClose, onYes }: { readonly name: string; readonly onClose: () => void; readonly onYes: () => void }) {
  useFocusBack();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface aria-label={name}>
        <button id={`${name}-cancel`} onClick={onClose}>
          Cancel
        </button>
        <button id={`${name}-yes`} onClick={onYes}>
          Yes
        </button>
      </DialogSurface>
    </Dialog>
  );
}

createRoot(document.body.appendChild(document.createElement("div"))).render(<TwoQuestions />);
