/** Published cases that no function covers, each with the reason. */
export const uncovered: Readonly<Record<string, string>> = {};
