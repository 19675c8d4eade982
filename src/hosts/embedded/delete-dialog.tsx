import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { FileTexts } from "../../locales/file-texts.ts";
import type { Language } from "../../locales/texts.ts";
import { useFocusBack } from "../../pane/focus-back.ts";
import { timeText } from "./kept-time.ts";
import type { KeptSummary } from "./kept-workbook.ts";

interface DeleteDialogProps {
  readonly kept: KeptSummary | undefined;
  readonly texts: FileTexts;
  readonly language: Language;
  readonly onDelete: (id: string) => void;
  readonly onClose: () => void;
}

/** Asks before a kept workbook is deleted. */
export function DeleteDialog({ kept, ...props }: DeleteDialogProps) {
  return kept ? <Question kept={kept} {...props} /> : null;
}

function Question({ kept, texts, language, onDelete, onClose }: DeleteDialogProps & { readonly kept: KeptSummary }) {
  useFocusBack();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.deleteTitle}</DialogTitle>
          <DialogContent>{texts.deleteSentence(kept.name || texts.untitled, timeText(kept.keptAt, language))}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button onClick={() => onDelete(kept.id)}>{texts.delete}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
