import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { a1, a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { CellContent } from "../../workbook/port.ts";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";

/** A cell in the way of a formula or of its result. */
export interface Occupied {
  readonly target: RangeAddress;
  /** The block the result fills. */
  readonly area: RangeAddress;
  readonly cell: RangeAddress;
  readonly content: CellContent;
}

interface OccupiedDialogProps {
  readonly occupied: Occupied | undefined;
  readonly onWrite: (target: RangeAddress) => void;
  readonly onClose: () => void;
}

/** Asks before anything that stands in the workbook is written over. */
export function OccupiedDialog({ occupied, onWrite, onClose }: OccupiedDialogProps) {
  const { texts } = usePane();
  if (!occupied) return null;
  const { target, area, cell, content } = occupied;
  const itself = cell.row === target.row && cell.column === target.column;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.insert.occupiedTitle}</DialogTitle>
          <DialogContent>{itself ? texts.insert.occupied(a1OnSheet(cell), contentText(content)) : texts.insert.spillOccupied(a1(area), a1(cell))}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose}>
              {texts.insert.another}
            </Button>
            <Button onClick={() => onWrite(target)}>{itself ? texts.insert.replace : texts.insert.insertAnyway}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** As much of a cell as is needed to know it again. */
function contentText({ value, formula }: CellContent): string {
  const text = formula ?? (typeof value === "number" ? numberText(value) : String(value ?? ""));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
