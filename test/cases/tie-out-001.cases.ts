import { type CaseMap, gives, tie } from "./case-formula.ts";
import { beside, percent, percents } from "./published-case.ts";

/** A factor without print rounding: a number with more digits than anything printed, set by `digits`. */
const exactly = [[0, 0, 12]];

const position = { of: (cells: readonly (readonly (string | number | boolean)[])[]) => cells.map((row) => row.slice(0, 1)) };

/** Filing 001: totals, shares, products, changes and units as printed. */
export const tieOutCases001: CaseMap = {
  "c001-010": (c) => [gives(percent(c.printed("mean")), "OK", ["PEER.STAT", percents(c.inputs())])],
  "c001-012": (c) => [
    tie(
      "TIE.WEIGHTED",
      "OK",
      percents(c.prints()),
      c.list("inputs", "main_rev").map((main, year) => {
        const total = Number(c.list("inputs", "total_rev")[year]);
        return [Number(main) / total, (total - Number(main)) / total];
      }),
      percents(beside(c.inputs("main_gm"), c.inputs("other_gm"))),
    ),
  ],
  "c001-013": (c) => {
    const years = c.names("inputs");
    const of = (figure: string) => years.map((year) => [percent(c.printed(year, figure))]);
    const parts = years.map((year) => c.list("inputs", year));
    const totals = years.map((year) => [c.printed(year, "total")]);
    return [
      tie("TIE.SUM", "TAIL", totals, parts),
      tie("TIE.RATIO", "OK", of("export_pct"), parts.map((row) => row.slice(0, 1)), totals),
      tie("TIE.RATIO", "OK", of("domestic_pct"), parts.map((row) => row.slice(1)), totals),
    ];
  },
  "c001-019": (c) => [gives(c.prints(), "OK", ["READ.UNIT", c.inputs(), "元", "万元", 2])],
  "c001-022": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs())],
  "c001-023": (c) => [tie("TIE.IMPLIED", "OK", [[c.input("dongxing")], [c.input("PM")]], [[percent(c.input("dongxing_pct"))], [percent(c.input("PM_pct"))]])],
  "c001-024": (c) => [tie("TIE.RATIO", "OK", percent(c.printed("pct_of_total")), c.input("sale"), c.input("total_rev"))],
  "c001-027": (c) => [tie("TIE.IMPLIED", "OK", [[c.input("a")], [c.input("b")]], [[percent(c.input("a_pct"))], [percent(c.input("b_pct"))]])],
  "c001-029": (c) => [tie("TIE.IMPLIED", "BREAK", [[c.input("a17")], [c.input("a18")]], [[percent(c.input("p17"))], [percent(c.input("p18"))]])],
  "c001-034": (c) => [tie("TIE.PRODUCT", "TAIL", c.printed("amount"), c.input("t"), c.input("p"), 10_000)],
  "c001-036": (c) => [tie("TIE.PRODUCT", "TAIL", c.printed("amount"), c.input("t"), c.input("p"), 10_000)],
  "c001-040": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs())],
  "c001-041": (c) => [
    tie("TIE.RATIO", "OK", percents(c.prints("share")), c.inputs("sales"), c.input("revenue")),
    tie("TIE.SUM", "OK", c.printed("total"), c.inputs("sales")),
    tie("TIE.RATIO", "OK", percent(c.printed("total_pct")), c.printed("total"), c.input("revenue")),
  ],
  "c001-045": (c) => [tie("TIE.SUM", "OK", c.printed("total_pct"), c.inputs("rounded_pct"))],
  "c001-048": (c) => [tie("TIE.SUM", "BREAK", c.printed("net_assets"), c.input("a"))],
  "c001-049": (c) => [gives(c.prints(), "OK", ["READ.UNIT", c.inputs(), "元", "万元", 2])],
  "c001-052": (c) =>
    c.names("inputs").flatMap((year) => [
      tie("TIE.RATIO", "OK", percent(c.printed(year, "rate_pct")), c.input(year, "collected"), c.input(year, "balance")),
      tie("TIE.ROLL", "OK", c.printed(year, "uncollected"), c.input(year, "balance"), "-", c.input(year, "collected")),
    ]),
  "c001-057": (c) => [
    tie("TIE.PRODUCT", "OK", c.printed("aging_prov"), c.input("balance"), percent(c.input("aging_rate_pct"))),
    tie("TIE.PRODUCT", "OK", c.printed("individual_prov"), c.input("balance"), percent(c.input("indiv_rate_pct"))),
  ],
  "c001-058": (c) => [tie("TIE.SUM", "OK", c.printed("balance"), c.inputs())],
  "c001-059": (c) => [tie("TIE.SUM", "TAIL", c.printed("balance"), c.inputs())],
  "c001-060": (c) => [tie("TIE.SUM", "BREAK", c.printed("balance"), c.inputs())],
  "c001-063": (c) => [
    tie("TIE.PRODUCT", "OK", c.printed("prov"), c.input("gt1"), percent(c.input("rate_pct"))),
    tie("TIE.RATIO", "OK", percent(c.printed("share_pct")), c.input("gt1"), c.input("total")),
  ],
  "c001-066": (c) =>
    c.names("inputs").map((bucket) => {
      const [own = "", ...peers] = c.list("inputs", bucket);
      return gives([[["4-5年", "5年以上"].includes(bucket) ? "在区间内" : "高于"]], "OK", ["PEER.RANGE", percent(own), [peers.map(percent)]], position);
    }),
  "c001-067": (c) => [
    tie("TIE.SUM", "TAIL", c.printed("book_total"), c.inputs("book")),
    tie("TIE.SUM", "OK", c.printed("provision_total"), c.inputs("provision")),
    tie("TIE.ROLL", "OK", c.prints("carrying"), c.names("expected", "carrying").map((item) => [c.input("book", item)]), "-", c.inputs("provision")),
    tie("TIE.ROLL", "OK", c.printed("carrying_total"), c.printed("book_total"), "-", c.printed("provision_total")),
  ],
  "c001-068": (c) => [tie("TIE.SUM", "OK", c.prints(), [c.list("inputs", "book"), c.list("inputs", "book")])],
  "c001-069": (c) => [tie("TIE.SUM", "TAIL", c.prints(), [c.list("inputs", "book"), c.list("inputs", "book")])],
  "c001-074": (c) => [tie("TIE.PRODUCT", "OK", c.printed("after_万股"), c.input("granted_万股"), 1.4, undefined, exactly)],
  "c001-075": (c) => [
    tie("TIE.PRODUCT", "OK", [[c.printed("cash")], [c.printed("treasury")], [c.printed("other_payables")]], c.input("shares"), c.input("price")),
    tie("TIE.ROLL", "OK", c.printed("capital_reserve"), c.printed("cash"), "-", c.input("shares")),
  ],
  "c001-076": (c) => [tie("TIE.ROLL", "OK", c.printed("dta"), c.input("reserve"), "-", c.input("expense"))],
  "c001-077": (c) => [
    tie("TIE.ROLL", "OK", c.printed("reserve18"), c.input("exp18"), "-", c.input("dta17")),
    tie("TIE.ROLL", "OK", c.input("reserve17"), c.input("exp17"), c.input("dta17"), "-"),
  ],
  "c001-078": (c) => [gives(c.printed("treasury_万元"), "BREAK", ["READ.UNIT", c.input("grant"), "元", "万元", 2])],
  "c001-079": (c) => [
    tie("TIE.PRODUCT", "OK", c.printed("a"), c.input("value"), percent(c.input("stake_a_pct"))),
    tie("TIE.PRODUCT", "OK", c.printed("b"), c.input("value"), percent(c.input("stake_b_pct"))),
  ],
  "c001-080": (c) => [
    gives(c.printed("inj_元"), "OK", ["READ.UNIT", c.input("inj"), "万元", "元"]),
    tie("TIE.SUM", "OK", c.printed("total_元"), [[c.printed("transfer_元")], [c.printed("inj_元")]]),
    tie("TIE.PRODUCT", "OK", c.printed("transfer_元"), [[Number(c.input("a")) + Number(c.input("b"))]], 10_000, undefined, [[0, 3, 12]]),
  ],
  "c001-081": (c) => [tie("TIE.SUM", "BREAK", c.printed("use"), c.inputs())],
  "c001-083": (c) => [
    tie("TIE.RATIO", "OK", "2.13", c.input("pre_money"), c.input("reg_cap")),
    tie("TIE.PRODUCT", "OK", c.printed("injection"), c.input("new_cap"), "2.13"),
  ],
  "c001-084": (c) => [
    tie("TIE.RATIO", "TAIL", percents(c.prints("pct")), c.prints("amount"), c.printed("total")),
    tie("TIE.SUM", "OK", c.printed("total"), c.prints("amount")),
  ],
  "c001-085": (c) => [tie("TIE.ROLL", "OK", c.printed("plug"), c.input("total"), "-", c.inputs("others"))],
  // Printed with two decimals: 49.60, which the amounts do not give.
  "c001-086": (c) => [
    tie("TIE.SUM", "OK", c.printed("total"), c.inputs()),
    tie("TIE.RATIO", "BREAK", c.list("expected", "pct").map((share) => [`${Number(share).toFixed(2)}%`]), c.inputs(), c.printed("total")),
  ],
  "c001-087": (c) => [tie("TIE.SUM", "BREAK", c.printed("total"), c.inputs())],
  "c001-089": (c) => [
    tie("TIE.ROLL", "OK", c.printed("increment"), c.input("assets_appr"), "-", c.input("assets")),
    tie("TIE.CHANGE", "OK", percent(c.printed("rate_pct")), c.input("assets_appr"), c.input("assets")),
  ],
  "c001-090": (c) => [
    tie("TIE.ROLL", "BREAK", c.printed("net"), c.input("assets"), "-", c.input("liab")),
    tie("TIE.ROLL", "BREAK", c.printed("net_appr"), c.input("assets_appr"), "-", c.input("liab")),
  ],
  "c001-091": (c) => [
    tie("TIE.ROLL", "OK", c.printed("increment"), c.input("net_appr"), "-", c.input("net")),
    tie("TIE.CHANGE", "OK", percent(c.printed("rate_pct")), c.input("net_appr"), c.input("net")),
    gives(percent(c.printed("rate_pct")), "OK", ["CHANGE.RATE", c.input("net_appr"), c.input("net"), "absolute"]),
  ],
  "c001-092": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs()), tie("TIE.RATIO", "OK", percents(c.prints("pct")), c.inputs(), c.printed("total"))],
  "c001-094": (c) => [gives(c.printed("wan"), "OK", ["READ.UNIT", c.input("yi"), "亿元", "万元"])],
  "c001-098": (c) => [
    tie("TIE.SUM", "OK", c.prints("total"), beside(c.inputs("project"), c.inputs("rest"))),
    tie("TIE.RATIO", "OK", percents(c.prints("share_pct")), c.inputs("project"), c.prints("total")),
  ],
  "c001-099": (c) => [
    tie("TIE.SUM", "OK", c.prints("total"), beside(c.inputs("project"), c.inputs("rest"))),
    tie("TIE.RATIO", "OK", percents(c.prints("share_pct")), c.inputs("project"), c.prints("total")),
  ],
  "c001-105": (c) => [
    tie("TIE.SUM", "OK", c.printed("capital"), [[c.input("cap_build"), c.input("cap_wc")]]),
    tie("TIE.SUM", "OK", c.printed("debt"), [[c.input("debt_build"), c.input("debt_idc"), c.input("debt_wc")]]),
    tie("TIE.SUM", "OK", c.printed("total"), c.inputs()),
  ],
  "c001-107": (c) =>
    c.names("expected").map((figure) => tie("TIE.SUM", "OK", c.printed(figure), c.names("inputs").map((project) => [c.input(project, figure)]))),
  "c001-108": (c) => [tie("TIE.SUM", "BREAK", `${c.printed("b")}0`, c.input("a"))],
  "c001-112": (c) => [tie("TIE.CHANGE", "OK", `-${percent(c.printed("debt_ratio_pct"))}`, c.input("net"), c.input("assets"))],
  "c001-113": (c) => [tie("TIE.RATIO", "OK", c.printed("ratio"), c.input("ocf_万元"), (Number(c.input("assets")) - Number(c.input("net"))) / 10_000)],
  "c001-116": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs())],
  "c001-118": (c) => [tie("TIE.PRODUCT", "OK", c.printed("revenue"), c.input("price_incl"), c.input("capacity_万吨"), 1.16)],
  "c001-119": (c) => [tie("TIE.PRODUCT", "OK", c.printed("ni"), c.input("pbt"), 0.75, undefined, exactly)],
  "c001-120": (c) => [
    tie("TIE.SUM", "OK", c.printed("total"), c.inputs().slice(0, 4)),
    tie("TIE.RATIO", "OK", c.prints("unit"), c.inputs().slice(0, 4), c.input("capacity")),
    tie("TIE.RATIO", "OK", c.printed("unit_total"), c.printed("total"), c.input("capacity")),
  ],
  "c001-122": (c) => [tie("TIE.RATIO", "OK", c.printed("unit_cost"), c.input("total_cost"), c.input("capacity"))],
  "c001-124": (c) => [tie("TIE.PRODUCT", "OK", c.prints(), c.inputs("incl"), 1, 1.16, exactly)],
  "c001-125": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("ex_vat"), c.input("incl"), 1, 1.16, exactly)],
  "c001-127": (c) => [tie("TIE.PRODUCT", "BREAK", c.prints(), c.inputs("incl"), 1, 1.16, exactly)],
  "c001-133": (c) => [tie("TIE.PRODUCT", "TAIL", c.prints(), c.names("inputs").map((item) => [c.input(item, "u")]), c.names("inputs").map((item) => [c.input(item, "p")]))],
  "c001-134": (c) => [tie("TIE.PRODUCT", "TAIL", c.prints(), c.names("inputs").map((item) => [c.input(item, "u")]), c.names("inputs").map((item) => [c.input(item, "p")]))],
  "c001-136": (c) => [tie("TIE.ROLL", "TAIL", c.prints("inc"), c.inputs("after"), "-", c.inputs("before"))],
  "c001-137": (c) => [
    tie("TIE.ROLL", "OK", c.prints("inc_y"), c.inputs("after_y"), "-", c.inputs("before_y")),
    tie("TIE.ROLL", "OK", c.prints("inc_u"), c.inputs("after_u"), "-", c.inputs("before_u")),
  ],
  "c001-140": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("ni"), c.input("pbt"), 0.75, undefined, exactly)],
  "c001-141": (c) => [tie("TIE.PRODUCT", "TAIL", c.prints(), c.names("inputs").map((item) => [c.input(item, 0)]), c.names("inputs").map((item) => [c.input(item, 1)]))],
  "c001-143": (c) => [
    tie("TIE.SUM", "OK", c.printed("after_total"), c.inputs("after")),
    tie("TIE.SUM", "TAIL", c.printed("before_total"), c.inputs("before")),
    tie("TIE.ROLL", "OK", c.printed("saving"), c.printed("before_total"), "-", c.printed("after_total")),
    tie("TIE.SUM", "OK", c.printed("sub", "材料"), c.inputs("after").slice(0, 2)),
    tie("TIE.SUM", "OK", c.printed("sub", "燃动_after"), c.inputs("after").slice(2, 4)),
    tie("TIE.ROLL", "OK", [[c.printed("d_gas")], [c.printed("d_power")], [c.printed("d_wage")]], c.inputs("before").slice(2, 5), "-", c.inputs("after").slice(2, 5)),
  ],
  "c001-144": (c) => [tie("TIE.SUM", "OK", c.printed("before"), [[c.input("gas"), c.input("power")]]), tie("TIE.ROLL", "TAIL", c.printed("saving"), c.input("gas"), c.input("power"), c.input("after"))],
  "c001-149": (c) => [tie("TIE.ROLL", "BREAK", c.printed("profit"), c.input("rev"), "-", Number(c.input("q")) * Number(c.input("unit_cost")))],
  "c001-151": (c) => [tie("TIE.RATIO", "BREAK", percent(c.input("limit_pct")), c.input("add"), c.input("base"))],
  "c001-154": (c) => [tie("TIE.SUM", "OK", c.printed("cost"), c.inputs())],
  "c001-155": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("net_share"), c.input("net_after"), percent(c.input("pct")))],
  "c001-156": (c) =>
    c.names("inputs").flatMap((year) => [
      tie("TIE.ROLL", "OK", c.printed(year, "equity_a"), c.input(year, "assets"), "-", c.input(year, "liab")),
      tie("TIE.SUM", "OK", c.printed(year, "equity_b"), c.inputs(year).slice(2)),
    ]),
  "c001-158": (c) => [tie("TIE.ROLL", "OK", c.prints(), c.names("inputs").map((year) => [c.input(year, "pbt")]), "-", c.names("inputs").map((year) => [c.input(year, "tax")]))],
  "c001-159": (c) => [gives(c.prints(), "OK", ["READ.UNIT", c.inputs(), "元", "万元", 2], { tail: 1 })],
  "c001-160": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs()), tie("TIE.RATIO", "OK", percents(c.prints("pct")), c.inputs(), c.printed("total"))],
  "c001-161": (c) => [tie("TIE.SUM", "OK", c.printed("total"), c.inputs())],
  "c001-163": (c) => [tie("TIE.RATIO", "BREAK", percent(c.printed("pct")), c.input("i3"), c.input("cap"))],
  "c001-167": (c) => [
    tie("TIE.SUM", "OK", c.printed("新锦辉"), [[c.input("xjh"), c.input("a")]]),
    tie("TIE.SUM", "BREAK", c.printed("钟强"), [[c.input("zq"), c.input("b")]]),
  ],
  "c001-169": (c) => [tie("TIE.ROLL", "TAIL", c.prints(), c.inputs("rev"), "-", beside(...["cogs", "surtax", "sell", "admin", "fin"].map((row) => c.inputs(row))))],
  "c001-170": (c) => [tie("TIE.ROLL", "TAIL", c.prints(), c.inputs("pbt"), "-", c.list("inputs", "op").map((profit) => [(Number(profit) * 25) / 100]))],
  "c001-171": (c) => [tie("TIE.PRODUCT", "BREAK", c.prints(), c.inputs("pbt"), 0.75, undefined, exactly)],
  "c001-172": (c) => [tie("TIE.SUM", "OK", c.prints(), beside(c.inputs("main"), c.inputs("other")))],
  "c001-174": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("cost"), c.input("main_rev"), c.input("unit_cost"), c.input("price"))],
  "c001-177": (c) => [tie("TIE.SUM", "BREAK", c.prints(), beside(...c.names("inputs").map((row) => c.inputs(row))))],
  "c001-181": (c) => [tie("TIE.PRODUCT", "TAIL", c.prints(), c.input("base2018"), c.names("expected").map((_, year) => [Number((1.08 ** (year + 1)).toFixed(10))]), undefined, exactly)],
  "c001-183": (c) => [
    tie("TIE.SUM", "OK", c.printed("mat_sub"), c.inputs("mat")),
    tie("TIE.SUM", "OK", c.printed("fuel_sub"), c.inputs("fuel")),
    tie("TIE.SUM", "TAIL", c.printed("bake"), [[c.printed("mat_sub"), c.printed("fuel_sub"), c.input("rep"), c.input("dep"), c.input("lab"), c.input("oth")]]),
    tie("TIE.SUM", "TAIL", c.printed("total"), [[c.input("green"), c.printed("bake")]]),
  ],
  "c001-189": (c) => {
    const scaled = (row: "freight" | "insp") => [c.prints(row), c.input(`${row}2018`), c.names("expected", row).map((year) => [c.input("rev", year)]), c.input("rev", "2018")];
    return [tie("TIE.PRODUCT", "TAIL", ...scaled("freight")), tie("TIE.PRODUCT", "OK", ...scaled("insp"))];
  },
  "c001-192": (c) => [tie("TIE.SUM", "OK", c.printed("oneoff_about"), c.inputs("oneoff")), tie("TIE.ROLL", "OK", c.printed("normalised"), c.input("actual"), "-", c.inputs("oneoff"))],
  "c001-193": (c) => [tie("TIE.SUM", "TAIL", c.prints(), beside(...c.names("inputs").map((row) => c.inputs(row))))],
  "c001-195": (c) => [tie("TIE.WEIGHTED", "OK", c.printed("interest"), [[c.input("loans", 0, "bal"), c.input("loans", 1, "bal")]], [[percent(c.input("loans", 0, "rate")), percent(c.input("loans", 1, "rate"))]])],
  "c001-196": (c) => [tie("TIE.RATIO", "OK", percent(c.printed("rate_pct")), "225.26", Number(c.input("loans", 0, "bal")) + Number(c.input("loans", 1, "bal")))],
  "c001-198": (c) => [tie("TIE.PRODUCT", "OK", c.prints(), c.input("其他2018"), c.names("expected").map((year) => [c.input("rev", year)]), c.input("rev", "2018"))],
  "c001-212": (c) => [tie("TIE.RATIO", "OK", c.printed("pe"), c.input("value"), c.input("ni"))],
  "c001-219": (c) => [tie("TIE.RATIO", "OK", "100%", [[c.input("li_sales")], [c.input("cap_sales")]].slice(0, 1), c.input("li_out"))],
  "c001-228": (c) => [gives(c.printed("text_万元"), "OK", ["READ.UNIT", c.input("bs_元"), "元", "万元"])],
  "c001-230": (c) => [tie("TIE.SUM", "BREAK", c.input("dcf_revenue"), c.input("feas_revenue")), tie("TIE.SUM", "BREAK", c.input("dcf_green_cost"), c.input("feas_green_cost"))],
};
