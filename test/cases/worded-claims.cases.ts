import { type CaseMap, claim } from "./case-formula.ts";

type Figures = readonly (string | number | boolean)[];

const above = (limit: number) => (figures: Figures) => figures.every((figure) => Number(figure) > limit);
const below = (limit: number) => (figures: Figures) => figures.every((figure) => Number(figure) < limit);
const within = (limit: number) => (figures: Figures) => figures.every((figure) => Math.abs(Number(figure)) < limit);

/** Claims in words whose figure is not printed, but follows from figures that are. */
export const wordedClaims: CaseMap = {
  // 相关性较强: the threshold of 0.8 is the case's own. A table of one lag: header, then lag, correlation and mark.
  "c001-007": (published) => {
    const quarters = published.names("inputs");
    const series = (name: string) => quarters.map((quarter) => [published.input(quarter, name)]);
    return ["petcoke", "pitch"].map((material) => claim("OK", ["MARGIN.LAG", series("anode"), series(material), 0], (cells) => above(0.8)([cells[4] ?? ""])));
  },
  "c001-009": (published) => [
    claim("OK", ["CHANGE.RATE", published.input("anode_may"), published.input("anode_apr")], above(0)),
    claim("OK", ["CHANGE.RATE", published.input("petcoke_may"), published.input("petcoke_apr")], below(0)),
  ],
  "c001-096": (published) => [claim("OK", ["CHANGE.RATE", [[published.input("a2018"), published.input("a2017")]], published.input("promised")], above(0))],
  "c001-224": (published) => [
    claim("OK", ["CHANGE.RATE", published.input("rev18"), published.input("rev17")], above(0)),
    claim("OK", ["CHANGE.RATE", published.input("np18"), [[published.input("np16"), published.input("np15")]]], above(0)),
  ],
  "004-10": (published) => [claim("OK", ["CHANGE.RATE", published.input("现价"), published.input("年初")], above(1))],
  // Without the placement, and with all of the capital expenditure at once: no gap.
  "004-65": (published) => {
    const outlay = published.inputs("资本性支出");
    const rows = ["FUND.GAP", published.input("货币资金及银行承兑汇票"), 0, published.input("未启用授信额度"), outlay.map(() => [0]), outlay] as const;
    return [claim("OK", rows, (cells) => outlay.every((_, period) => cells[6 * (period + 1) + 5] === 0))];
  },
  "002b-M47-4pct": (published) => published.names("inputs").map((year) => claim("OK", ["CHANGE.RATE", published.input(year, "关联"), published.input(year, "基准")], within(0.04))),
  "002b-M51-plant-10pct": (published) => [claim("OK", ["CHANGE.RATE", published.input("关联(万元/亩/年)"), published.input("第三方(万元/亩/年)")], within(0.1))],
};
