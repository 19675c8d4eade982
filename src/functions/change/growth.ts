import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { growth, type Turn, turnOf } from "../../core/tie-out/change.ts";
import { block, define, type ResultCell } from "../define.ts";
import { aligned, attempted, known } from "../element-wise.ts";
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
    const results = aligned({ current, prior }).map((row) =>
      row.map((pair) =>
        attempted(() => {
          const [c, p] = [known(at(pair, 0)), known(at(pair, 1))];
          const turn = base === "label" ? turnOf(c, p) : undefined;
          return { c, p, turn, rate: growth(c, p, base === "label" ? "absolute" : base) };
        }),
      ),
    );
    const columns = results[0]?.length ?? 0;
    const single = results.length * columns === 1;
    return block(
      results.map((row) => row.map((result): ResultCell => (result instanceof Refusal ? result : result.turn ? word(result.turn) : result.rate))),
      () =>
        results.flat().flatMap((result, index) => {
          if (result instanceof Refusal) return [];
          const which = single ? undefined : index + 1;
          const symbols = { c: ["current-figure", result.c], p: ["prior-figure", result.p] } as const;
          const rate = step("change-rate", base === "signed" ? "(c − p) ÷ p" : "(c − p) ÷ abs(p)", symbols, result.rate, which);
          return result.turn ? [rate, step("change-label", turns[result.turn], symbols, word(result.turn), which)] : [rate];
        }),
    );
  },
});
