// Excel's limit.
const longest = 255;

/** The wanted names as a workbook may bear them: where one is taken, in any case of letters, it becomes the next free "…_2". */
export function freeRangeNames(wanted: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((name) => {
    for (let count = 1; ; count++) {
      const suffix = count === 1 ? "" : `_${count}`;
      const free = name.slice(0, longest - suffix.length) + suffix;
      if (used.has(free.toLowerCase())) continue;
      used.add(free.toLowerCase());
      return free;
    }
  });
}
