const prefix = "_headroom.";

const unused = () => crypto.randomUUID().replaceAll("-", "");

/** A new name for a pinned block, never used before in any workbook: pins may be set at the same time, and outlive copies of the file. */
export const newPinName = (): string => prefix + unused();

/** A new name for a block that a sheet follows for itself: it never stands in a file. */
export const newInnerName = (): string => `inner.${unused()}`;

/** Whether a defined name of the file follows a block for this program. */
export const isPinName = (name: string): boolean => name.toLowerCase().startsWith(prefix);
