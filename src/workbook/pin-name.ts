const prefix = "_headroom.";

/** A new name for a pinned block, never used before in any workbook: pins may be set at the same time, and outlive copies of the file. */
export const newPinName = (): string => prefix + crypto.randomUUID().replaceAll("-", "");

/** Whether a defined name of the file follows a block for this program. */
export const isPinName = (name: string): boolean => name.toLowerCase().startsWith(prefix);
