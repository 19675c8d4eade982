import { Button, makeStyles, mergeClasses, shorthands, tokens, Tooltip } from "@fluentui/react-components";
import { type StepName } from "../../workflows/impairment/step.ts";
import { useRoom, useRoomTexts } from "./room-context.ts";
import { stepState, type StepState } from "./step-states.ts";

const narrow = "@container (max-width: 330px)";

const useStyles = makeStyles({
  frame: { containerType: "inline-size" },
  bar: { display: "flex", flexWrap: "wrap", gap: "4px", listStyle: "none", margin: 0, padding: 0 },
  step: { minWidth: "36px", paddingInline: "5px", columnGap: "4px", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  current: { fontWeight: tokens.fontWeightSemibold },
  title: { [narrow]: { display: "none" } },
  mark: { fontSize: tokens.fontSizeBase100 },
  open: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold, border: `1px solid ${tokens.colorPaletteRedBorder1}`, borderRadius: tokens.borderRadiusCircular, minWidth: "14px", lineHeight: "14px", boxSizing: "content-box" },
  done: { color: tokens.colorPaletteGreenForeground1 },
  onBrand: { color: "inherit", ...shorthands.borderColor("currentcolor") },
});

/** Every step by its name, with how far it is; any of them may be gone to at any time. Where there is no room for names, the current one has its own. */
export function StepBar({ shown, onStep }: { readonly shown: readonly StepName[]; readonly onStep: (step: StepName) => void }) {
  const { test, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useStyles();
  return (
    <nav aria-label={room.steps.label} className={styles.frame}>
      <ol className={styles.bar}>
        {shown.map((step, index) => {
          const state = stepState(step, evaluation);
          const current = step === test.step;
          const title = room.steps.short[step];
          return (
            <li key={step}>
              <Tooltip content={`${index + 1} ${title}, ${room.steps.states[state.kind](countOf(state))}`} relationship="label">
                <Button
                  size="small"
                  appearance={current ? "primary" : "outline"}
                  className={mergeClasses(styles.step, current && styles.current)}
                  {...(current ? { "aria-current": "step" as const } : {})}
                  onClick={() => onStep(step)}
                >
                  <span>{index + 1}</span>
                  <span className={mergeClasses(!current && styles.title)}>{title}</span>
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
  return { waiting: "", explained: "✓*", done: "✓" }[state.kind];
}
