import { attribution } from "../../core/credit-loss/attribution.ts";
import { sum } from "../../core/decimal.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { roundedParts } from "../../core/rounded-parts.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { digits, entries, type Entry, entryVector, labels, vector } from "../parameter.ts";
import { plugMark, roundingSteps } from "../plug.ts";
import { type Step, step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";

export const eclCompare = define({
  id: "ECL.COMPARE",
  family: "credit-loss",
  source: "filing 002, lines 3491–3519",
  formula: "A(p) = Σ(B × r(p)); D = A − A(p)",
  parameters: { labels: labels(), balances: entryVector(), own_rates: entryVector(), peer_rates: entries() },
  returns: "matrix",
  example: [
    [["1 年以内", "1-2 年", "2-3 年"]],
    [["343,124.76", "4,403.93", "38.32"]],
    [["0.0054%", "0.0014%", "26.67%"]],
    [
      ["0.50%", "10.00%", "30.00%"],
      ["3.00%", "10.00%", "20.00%"],
    ],
  ],
  compute({ labels, balances, own_rates, peer_rates }) {
    sameLength({ labels, balances, own_rates });
    const buckets = balances.values.length;
    const columns = peer_rates[0]?.length ?? 0;
    if (columns !== buckets) refuse({ code: "columns-differ", parameter: "peer_rates", given: columns, expected: buckets });
    const provisions = [own_rates.values, ...peer_rates].map((rates) => balances.values.map((balance, index) => attempted(() => known(balance).times(known(at(rates, index))))));
    const withTotals = provisions.map((column): Entry[] => [...column, attempted(() => sum(column.map((entry) => known(entry))))]);
    const own = at(withTotals, 0);
    const peers = withTotals.slice(1).map((column) => column.map((provision, row) => ({ provision, difference: attempted(() => known(at(own, row)).minus(known(provision))) })));
    const balancesAndTotal = [...balances.values, attempted(() => sum(balances.values.map((entry) => known(entry))))];
    const names: ResultCell[] = [...labels.values, word("total")];
    const header: ResultCell[] = [word("ageing-bucket"), word("balance"), word("own-provision"), ...peers.flatMap((_, index) => [word("peer-provision", String(index + 1)), word("peer-difference", String(index + 1))])];
    const rows = names.map((name, row): ResultCell[] => [name, at(balancesAndTotal, row), at(own, row), ...peers.flatMap((column) => [at(column, row).provision, at(column, row).difference])]);
    return block([header, ...rows], () => {
      const named = (row: number): Which => labels.values[row] || row + 1;
      const provisionSteps = provisions.flatMap((column, peer) =>
        column.flatMap((provision, row): Step[] => {
          const [balance, rate] = [at(balances.values, row), at(at([own_rates.values, ...peer_rates], peer), row)];
          if (provision instanceof Refusal || balance instanceof Refusal || rate instanceof Refusal) return [];
          return [step(peer === 0 ? "own-provision" : "peer-provision", "B × r", { B: ["balance", balance], r: ["loss-rate", rate] }, provision, peer === 0 ? named(row) : `${peer}, ${named(row)}`)];
        }),
      );
      const differences = peers.flatMap((column, peer) =>
        column.flatMap(({ provision, difference }, row): Step[] => {
          const mine = at(own, row);
          if (mine instanceof Refusal || provision instanceof Refusal || difference instanceof Refusal) return [];
          return [step("peer-difference", "A − P", { A: ["own-provision", mine], P: ["peer-provision", provision] }, difference, row < buckets ? `${peer + 1}, ${named(row)}` : peer + 1)];
        }),
      );
      return [...provisionSteps, ...differences];
    });
  },
});

export const eclAttribution = define({
  id: "ECL.ATTRIBUTION",
  family: "credit-loss",
  source: "filing 002, lines 3531–3535; parts rounded to add (largest remainder)",
  formula: "volume = (ΣB1 − ΣB0) × λ0; mix = Σ((B1 − B0 × ΣB1 ÷ ΣB0) × r0); rate = Σ(B1 × (r1 − r0))",
  parameters: { balances0: vector(), rates0: vector(), balances1: vector(), rates1: vector(), digits: digits() },
  returns: "matrix",
  example: [
    [["224,158.71", "89,273.82", "1,532.17", "258.66", "735.05"]],
    [["0.0188%", "0.0002%", "0.6749%", "0.2204%", "100%"]],
    [["286,167.26", "56,957.50", "4,403.93", "38.32", "733.75"]],
    [["0.0056%", "0.0046%", "0.0014%", "26.67%", "100%"]],
    [[2]],
  ],
  compute({ balances0, rates0, balances1, rates1, digits }) {
    sameLength({ balances0, rates0, balances1, rates1 });
    const found = attribution(balances0.values, rates0.values, balances1.values, rates1.values);
    const effects = [found.volume, found.mix, found.rate] as const;
    const parts = roundedParts(effects, digits);
    const terms = ["balance-effect", "ageing-effect", "loss-rate-effect"] as const;
    const isMarked = digits !== undefined;
    const row = (cells: readonly ResultCell[], mark: ResultCell): ResultCell[] => [...cells, ...(isMarked ? [mark] : [])];
    const total = sum(parts.map(({ value }) => value));
    return block(
      [
        row([word("item"), word("amount")], word("mark")),
        ...terms.map((term, index) => row([word(term), at(parts, index).value], plugMark([at(parts, index)]))),
        row([word("total"), total], ""),
      ],
      () => {
        const [B0, B1] = [["balance-prior", balances0.values], ["balance-current", balances1.values]] as const;
        const [r0, r1] = [["loss-rate-prior", rates0.values], ["loss-rate-current", rates1.values]] as const;
        return [
          step("balance-effect", "(Σ(B1) − Σ(B0)) × Σ(B0 × r0) ÷ Σ(B0)", { B0, B1, r0 }, found.volume),
          step("ageing-effect", "Σ((B1 − B0 × Σ(B1) ÷ Σ(B0)) × r0)", { B0, B1, r0 }, found.mix),
          step("loss-rate-effect", "Σ(B1 × (r1 − r0))", { B1, r0, r1 }, found.rate),
          ...terms.flatMap((term, index) => roundingSteps(term, at(effects, index), at(parts, index), digits)),
          step("total", "Σ(e)", { e: ["effect", parts.map(({ value }) => value)] }, total),
        ];
      },
    );
  },
});
