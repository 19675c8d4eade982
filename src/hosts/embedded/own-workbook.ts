const ownKey = "headroom-workbook";

/** The workbook this tab showed before it was loaded anew. Told once: one that cannot be shown must not stand in the way of the next visit. */
export function ownWorkbook(): string | null {
  try {
    const id = sessionStorage.getItem(ownKey);
    sessionStorage.removeItem(ownKey);
    return id;
  } catch {
    return null;
  }
}

export function rememberOwn(id: string): void {
  try {
    sessionStorage.setItem(ownKey, id);
  } catch {
    // Then the workbook is offered as one of another visit.
  }
}
