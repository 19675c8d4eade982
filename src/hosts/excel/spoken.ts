import type { Language, Sentences } from "../../locales/texts.ts";

/** The two languages of functions.js. */
export interface Spoken {
  /** Of the sentences beside an error. */
  readonly sentences: Language;
  /** Of headers and words in results, as saved in the workbook. */
  readonly results: Language;
}

declare global {
  /**
   * How the pane page, in the same runtime, tells functions.js what to speak. It hands over its English, which
   * functions.js does not carry a second time. Answers whether cells filled earlier would now differ.
   */
  var headroomSpeak: ((spoken: Partial<Spoken>, english: Sentences) => boolean) | undefined;
}
