import { type WorkbookIssue, WorkbookRefusal } from "../port.ts";

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Runs a batch in Excel; what Excel says no to becomes a WorkbookRefusal. `sheet` is the one the batch works on. */
export async function inExcel<T>(batch: Batch<T>, sheet = ""): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw asRefusal(error, sheet);
  }
}

/** The same for what need not happen now: it waits until no cell is being edited. */
export async function inExcelLater<T>(batch: Batch<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw asRefusal(error, "");
  }
}

const busy = ["ActivityLimitReached", "RequestAborted", "ServiceNotAvailable", "Timeout", "TooManyRequests", "HostRestartNeeded", "InvalidRequestContext"];

function asRefusal(error: unknown, sheet: string): unknown {
  return error instanceof OfficeExtension.Error ? new WorkbookRefusal(issueOf(error, sheet), { cause: error }) : error;
}

function issueOf({ code, message }: OfficeExtension.Error, sheet: string): WorkbookIssue {
  // Worksheets are all that is asked for by name.
  if (code === "ItemNotFound") return { code: "sheet-missing", sheet };
  if (code === "InvalidOperationInCellEditMode") return { code: "cell-being-edited" };
  if (code === "AccessDenied") return { code: "sheet-protected", sheet };
  if (code === "InvalidReference" || code === "InvalidSelection") return { code: "range-missing" };
  return busy.includes(code) ? { code: "host-busy" } : { code: "host-failed", detail: message || code };
}
