import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { Link } from "../../links/link.ts";
import { usePane } from "../pane-context.ts";
import type { LinksDesk } from "./links-desk.ts";
import { useLinksTexts, useLinkTask } from "./room-tools.ts";

interface RemoveDialogProps {
  readonly desk: LinksDesk;
  readonly link: Link;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before a link is deleted, and says what becomes of its cells. */
export function RemoveDialog({ desk, link, onClose, onRemoved }: RemoveDialogProps) {
  const { files, notify } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const remove = () => {
    onClose();
    run(async () => {
      await desk.remove(link);
      await files.forget(link.target);
      notify({ intent: "success", sentence: () => room.list.deleted(link.name) });
      onRemoved();
    });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{room.list.deleteTitle(link.name)}</DialogTitle>
          <DialogContent>{room.list.deleteSentence}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={remove}>
              {room.list.delete}
            </Button>
            <Button onClick={onClose}>{room.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
