/** Sources are written in English where a function is defined. */
export const sourceText = (source: string): string => source;
