import { growth, type Turn, turnOf } from "../../core/tie-out/change.ts";
import { define } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { choice, defaulted, entries } from "../parameter.ts";
import { step } from "../step.ts";
import { word } from "../term.ts";

const turns: Record<Turn, string> = {
  "turned-to-profit": "p < 0 < c",
  "turned-to-loss": "c < 0 ≤ p",
  "loss-narrowed": "p < c ≤ 0",
  "loss-widened": "c < p < 0",
};

export const changeRate = define({
  id: "CHANGE.RATE",
  family: "change",
  source: "filing 003, lines 176–184 and 226–242; filing 001, lines 1838–1843",
  formula: "g = (c − p) ÷ p, or ÷ |p|",
  parameters: { current: entries(), prior: entries(), base: defaulted(choice("signed", "absolute", "label"), "signed") },
  returns: "matrix",
  example: [[["2,280.09", "252,942.12", "-9,893.05"]], [["-6,309.45", "315,731.12", "10,533.96"]], [["label"]]],
  compute({ current, prior, base }) {
    const results = elements({ current, prior }, (element) => {
      const [c, p] = [known(element.current), known(element.prior)];
      const turn = base === "label" ? turnOf(c, p) : undefined;
      return { c, p, turn, rate: growth(c, p, base === "label" ? "absolute" : base) };
    });
    return elementBlock(results, ({ turn, rate }) => (turn ? word(turn) : rate), ({ c, p, turn, rate }, which) => {
      const symbols = { c: ["current-figure", c], p: ["prior-figure", p] } as const;
      const change = step("change-rate", base === "signed" ? "(c − p) ÷ p" : "(c − p) ÷ abs(p)", symbols, rate, which);
      return turn ? [change, step("change-label", turns[turn], symbols, word(turn), which)] : [change];
    });
  },
});
