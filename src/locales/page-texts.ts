import { page as enPage } from "./en-us/page.ts";
import type { Language } from "./texts.ts";
import { page as zhPage } from "./zh-cn/page.ts";

/** Every sentence and label of the built-in workbook's page beside its pane. */
export interface PageTexts {
  readonly title: string;
  readonly views: string;
  readonly grid: string;
  readonly pane: string;
  readonly divider: string;
  readonly loading: string;
  readonly loadingHint: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly retry: string;
  readonly blank: string;
  readonly formula: (formula: string) => string;
  /** What a cell error means where no function of ours is the reason. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was thrown although no function may throw. */
  readonly fault: string;
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = { "zh-CN": zhPage, "en-US": enPage };
