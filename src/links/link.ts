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

/** What a refresh did, kept after it: of one link, or of several that were refreshed as one step. */
export interface RefreshRecord {
  readonly at: string;
  readonly links: readonly LinkRecord[];
  readonly effects: readonly RecordedEffect[];
}

/** What a refresh did to the block of one link. */
export interface LinkRecord {
  readonly link: LinkId;
  readonly name: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
  /** Cells that look like figures and could not be read as such. */
  readonly unread: number;
}

/** A result before and after. */
export interface RecordedEffect {
  /** What it is called where it stands: the label beside it, else its address at that time. */
  readonly label: string;
  /** Of a saved test: which of its figures it is, by its code. */
  readonly figure: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** How many refreshes are remembered. */
export const rememberedRefreshes = 50;

/** The history with what was done to a link at a moment: the links of one step share their moment. */
export function withRecord(history: readonly RefreshRecord[], at: string, record: LinkRecord): readonly RefreshRecord[] {
  const [last, ...earlier] = history;
  const isOneStep = last?.at === at && last.links.every(({ link }) => link !== record.link);
  if (last && isOneStep) return [{ ...last, links: [...last.links, record] }, ...earlier];
  return [{ at, links: [record], effects: [] }, ...history].slice(0, rememberedRefreshes);
}

/** The history without what was last done to a link at a moment, or ever; a step of which nothing is left goes too. */
export function withoutRecord(history: readonly RefreshRecord[], link: LinkId, at?: string): readonly RefreshRecord[] {
  const last = history.find((record) => record.at === at && record.links.some((each) => each.link === link));
  return history.flatMap((record) => {
    if (at !== undefined && record !== last) return [record];
    const links = record.links.filter((each) => each.link !== link);
    return links.length > 0 ? [{ ...record, links }] : [];
  });
}

export const noLinks: LinksState = { version: linksVersion, links: [], watched: [], history: [], next: 1 };
