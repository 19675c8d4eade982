/** Cases that wait for their family: this list shrinks to nothing. */
export const notYetMapped: readonly string[] = [
];
