import { Button, makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { type StepName } from "../../workflows/impairment/step.ts";
import { useRoom, useRoomTexts } from "./room-context.ts";
import { stepState, type StepState } from "./step-states.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: "4px", listStyle: "none", margin: 0, padding: 0 },
  step: { position: "relative", minWidth: "36px", paddingInline: "2px", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightRegular },
  current: { fontWeight: tokens.fontWeightBold },
  mark: { marginInlineStart: "2px", fontSize: tokens.fontSizeBase100, minWidth: "8px" },
  open: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  done: { color: tokens.colorPaletteGreenForeground1 },
  onBrand: { color: "inherit" },
});

/** Every step with how far it is; any of them may be gone to at any time. */
export function StepBar({ shown, onStep }: { readonly shown: readonly StepName[]; readonly onStep: (step: StepName) => void }) {
  const { test, evaluation } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useStyles();
  return (
    <nav aria-label={room.steps.label}>
      <ol className={styles.bar}>
        {shown.map((step, index) => {
          const state = stepState(step, evaluation);
          const current = step === test.step;
          const name = `${index + 1} ${words.steps[step]}, ${room.steps.states[state.kind](countOf(state))}`;
          return (
            <li key={step}>
              <Tooltip content={name} relationship="label">
                <Button
                  size="small"
                  appearance={current ? "primary" : "outline"}
                  className={mergeClasses(styles.step, current && styles.current)}
                  {...(current ? { "aria-current": "step" as const } : {})}
                  onClick={() => onStep(step)}
                >
                  {index + 1}
                  <span aria-hidden className={mergeClasses(styles.mark, state.kind === "open" ? styles.open : styles.done, current && styles.onBrand)}>
                    {markOf(state)}
                  </span>
                </Button>
              </Tooltip>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const countOf = (state: StepState) => ("count" in state ? state.count : 0);

function markOf(state: StepState): string {
  if (state.kind === "open") return String(state.count);
  return { waiting: "·", explained: "✓*", done: "✓" }[state.kind];
}
