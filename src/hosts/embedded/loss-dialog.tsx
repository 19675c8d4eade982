import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { type FileTexts, lossText } from "../../locales/file-texts.ts";
import type { FileState } from "./file-state.ts";
import { useFocusBack } from "../../pane/focus-back.ts";
import type { WorkbookFile } from "./workbook-file.ts";

interface LossDialogProps {
  readonly file: WorkbookFile;
  readonly state: FileState;
  readonly texts: FileTexts;
}

/** Lists what a file held that cannot be kept: before the first save, or to be looked at. */
export function LossDialog({ file, state, texts }: LossDialogProps) {
  return state.asking ? <Losses file={file} state={state} asking={state.asking} texts={texts} /> : null;
}

function Losses({ file, state: { losses, name }, asking, texts }: LossDialogProps & { readonly asking: NonNullable<FileState["asking"]> }) {
  useFocusBack();
  const close = () => file.ask(undefined);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.lossesTitle}</DialogTitle>
          <DialogContent>
            <p>{texts.lossesIntro(name || texts.untitled)}</p>
            <ul>
              {losses.map((loss) => (
                <li key={loss.code}>{lossText(loss, texts)}</li>
              ))}
            </ul>
            {asking === "same" && <p>{texts.lossesAdvice}</p>}
          </DialogContent>
          {asking === "look" ? (
            <DialogActions fluid>
              <Button appearance="primary" onClick={close}>
                {texts.close}
              </Button>
            </DialogActions>
          ) : (
            <DialogActions fluid>
              <Button appearance="primary" onClick={() => void file.agree(asking === "same" ? "copy" : asking)}>
                {asking === "values" ? texts.saveValues : texts.saveCopy}
              </Button>
              {asking === "same" && <Button onClick={() => void file.agree("same")}>{texts.saveOver}</Button>}
              <Button appearance="subtle" onClick={close}>
                {texts.cancel}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
