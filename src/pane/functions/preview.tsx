import { mergeClasses } from "@fluentui/react-components";
import { type Answer, type AnswerCell, AnsweredError } from "../../functions/answer.ts";
import { sentenceOf } from "../../locales/texts.ts";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";

/** What the formula is going to answer: its size, its figure, or in a sentence why it cannot. */
export function Preview({ preview }: { readonly preview: Answer | undefined }) {
  const { texts, locale } = usePane();
  const { note, error } = useTableStyles();
  const wrong = preview instanceof AnsweredError ? preview : preview?.flat().find((cell) => cell instanceof AnsweredError);
  const size = () => {
    if (preview === undefined || preview instanceof AnsweredError) return undefined;
    const [first = []] = preview;
    if (preview.length === 1 && first.length === 1) return cellText(first[0]);
    return texts.insert.size(numberText(preview.length), numberText(first.length));
  };
  const text = size();
  return (
    <div role="status">
      {text !== undefined && !(wrong && preview instanceof AnsweredError) && (
        <p className={note}>
          {texts.insert.preview(text)}
        </p>
      )}
      {wrong instanceof AnsweredError && (
        <p className={mergeClasses(note, error)}>
          {wrong.literal} {sentenceOf(wrong.issue, locale.sentences)}
        </p>
      )}
    </div>
  );
}

function cellText(cell: AnswerCell | undefined): string {
  if (cell instanceof AnsweredError) return cell.literal;
  return typeof cell === "number" ? numberText(cell) : String(cell ?? "");
}
