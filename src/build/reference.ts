import { answer, AnsweredError, type AnswerCell } from "../functions/answer.ts";
import type { Argument, Cell } from "../functions/cell.ts";
import { catalogue } from "../functions/catalogue.ts";
import type { Family, WorksheetFunction } from "../functions/define.ts";
import { locales } from "../locales/locale.ts";
import type { FunctionTexts, Language } from "../locales/texts.ts";

interface Wording {
  readonly title: string;
  readonly introduction: string;
  readonly argument: string;
  readonly meaning: string;
  readonly source: string;
  readonly example: string;
  readonly families: Readonly<Record<Family, string>>;
}

const wordings: Readonly<Record<Language, Wording>> = {
  "en-US": {
    title: "Functions",
    introduction: "Made from the catalogue by `npm run reference`. Arguments in brackets may be omitted. Rates are fractions: 5% is 0.05.",
    argument: "Argument",
    meaning: "Meaning",
    source: "Source",
    example: "Example",
    families: {
      "credit-loss": "ECL · expected credit losses",
      discounting: "DCF · discounted cash flow",
      impairment: "IMPAIR · impairment of assets",
      margin: "MARGIN · gross margin",
      inventory: "NRV · inventory",
      pricing: "PRICING · provisional pricing",
      project: "PROJECT · project evaluation",
      funding: "FUND · funding",
      confirmation: "CONFIRM · confirmations",
      "tie-out": "TIE · tie-out",
      change: "CHANGE · change",
      peer: "PEER · peers",
      "printed-figures": "READ · printed figures",
    },
  },
  "zh-CN": {
    title: "函数",
    introduction: "由 `npm run reference` 从函数目录生成。方括号内的参数可以省略。比率以小数表示：5% 即 0.05。",
    argument: "参数",
    meaning: "含义",
    source: "依据",
    example: "示例",
    families: {
      "credit-loss": "ECL · 预期信用损失",
      discounting: "DCF · 现金流折现",
      impairment: "IMPAIR · 资产减值",
      margin: "MARGIN · 毛利",
      inventory: "NRV · 存货跌价",
      pricing: "PRICING · 点价",
      project: "PROJECT · 项目评价",
      funding: "FUND · 资金",
      confirmation: "CONFIRM · 函证",
      "tie-out": "TIE · 勾稽",
      change: "CHANGE · 变动",
      peer: "PEER · 可比公司",
      "printed-figures": "READ · 取数",
    },
  },
};

type Text = FunctionTexts[keyof FunctionTexts];

/** The reference page of one language, as Markdown. */
export function reference(language: Language): string {
  const wording = wordings[language];
  const functions: readonly WorksheetFunction[] = catalogue;
  const families = [...new Set(functions.map(({ family }) => family))];
  const sections = families.map((family) =>
    [`## ${wording.families[family]}`, ...functions.filter((fn) => fn.family === family).map((fn) => section(fn, language))].join("\n\n"),
  );
  return `${[`# ${wording.title}`, wording.introduction, ...sections].join("\n\n")}\n`;
}

function section(fn: WorksheetFunction, language: Language): string {
  const wording = wordings[language];
  const { functions } = locales[language];
  const text: Text = functions[fn.id as keyof FunctionTexts];
  const meanings = Object.entries(text.parameters).map(([name, meaning]) => `| \`${name}\` | ${escaped(meaning)} |`);
  const result = answer(fn, fn.example, (term, asked = language) => locales[asked].sentences.terms[term]);
  return [
    `### ${fn.id}`,
    `\`${signature(fn)}\``,
    text.summary,
    [`| ${wording.argument} | ${wording.meaning} |`, "|---|---|", ...meanings].join("\n"),
    text.returns,
    `\`\`\`\n${fn.formula}\n\`\`\``,
    `${wording.source}: ${locales[language].sourceText(fn.source)}`,
    `${wording.example}: ${text.example}`,
    `\`\`\`\n=HEADROOM.${fn.id}(${fn.example.map(literal).join(", ").replace(/(, )+$/, "")})\n${shown(result)}\n\`\`\``,
  ].join("\n\n");
}

const escaped = (text: string) => text.replaceAll("|", "\\|");

function signature({ id, parameters }: WorksheetFunction): string {
  return `HEADROOM.${id}(${Object.entries(parameters).map(([name, { optional }]) => (optional ? `[${name}]` : name)).join(", ")})`;
}

/** An argument as a person would type it. */
function literal(argument: Argument): string {
  if (argument === undefined) return "";
  const [first = [], ...more] = argument;
  if (more.length === 0 && first.length === 1) return constant(first[0] ?? null);
  return `{${argument.map((row) => row.map(constant).join(",")).join(";")}}`;
}

function constant(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  return typeof cell === "string" ? `"${cell.replaceAll('"', '""')}"` : String(cell).toUpperCase();
}

function shown(result: ReturnType<typeof answer>): string {
  if (result instanceof AnsweredError) return result.literal;
  return result.map((row) => row.map(plain).join("  ")).join("\n");
}

function plain(cell: AnswerCell): string {
  if (cell instanceof AnsweredError) return cell.literal;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}
