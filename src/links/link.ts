import type { CellValue } from "../workbook/port.ts";
import type { WrittenImage } from "./written-image.ts";

/** The version of the saved links this program writes and the newest it reads. */
export const linksVersion = 1;

/** All links of a workbook. */
export interface LinksState {
  readonly version: typeof linksVersion;
  readonly links: readonly Link[];
  /** Pins of the cells a person wants to see after each refresh. */
  readonly watched: readonly string[];
  /** The last refreshes, the newest first. */
  readonly history: readonly RefreshRecord[];
  /** The number the next link takes. */
  readonly next: number;
}

export type LinkId = `l${number}`;

/** Where a link's figures come from. Of a file only the name is kept, never its path. */
export type LinkSource =
  | { readonly kind: "range"; readonly pin: string }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "csv"; readonly file: string }
  | { readonly kind: "xlsx"; readonly file: string; readonly sheet: string; readonly range: string }
  | { readonly kind: "paste"; readonly from: string }
  | { readonly kind: "address"; readonly url: string };

export interface Link {
  readonly id: LinkId;
  readonly name: string;
  readonly source: LinkSource;
  /** The pin of the whole linked block, its header row first. */
  readonly target: string;
  /** The columns of the source that are linked, in their order in the block. */
  readonly columns: readonly string[];
  /** The columns that name a row, as positions in `columns`; none where rows are known by their place. */
  readonly keys: readonly number[];
  /** Whether it refreshes by itself when its source, a range of this workbook, changes. */
  readonly automatic: boolean;
  /** The last refresh that was carried through. */
  readonly last: LastRefresh | null;
}

export interface LastRefresh {
  /** ISO date and time. */
  readonly at: string;
  readonly rows: number;
  /** Tells whether the source still says the same. */
  readonly fingerprint: string;
  readonly image: WrittenImage;
}

/** What a refresh did, kept after it. */
export interface RefreshRecord {
  readonly link: LinkId;
  readonly name: string;
  readonly at: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
  /** Cells that look like figures and could not be read as such. */
  readonly unread: number;
  readonly effects: readonly RecordedEffect[];
}

/** A result before and after. */
export interface RecordedEffect {
  /** What it is called where it stands: the label beside it, else its address at that time. */
  readonly label: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** How many refreshes are remembered. */
export const rememberedRefreshes = 50;

export const noLinks: LinksState = { version: linksVersion, links: [], watched: [], history: [], next: 1 };
