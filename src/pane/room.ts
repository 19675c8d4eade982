/** The rooms of the pane, in the order of their tabs. */
export const rooms = ["home", "functions", "impairment", "links", "check"] as const;
export type Room = (typeof rooms)[number];
