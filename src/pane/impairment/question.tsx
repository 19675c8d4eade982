import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useFocusBack } from "../focus-back.ts";
import { useRoomTexts } from "./room-context.ts";

interface QuestionProps {
  readonly title: string;
  readonly sentence: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before something is taken away that cannot be brought back. */
export function Question({ title, sentence, yes, onYes, onClose }: QuestionProps) {
  const { room } = useRoomTexts();
  useFocusBack();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{sentence}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose}>
              {room.cancel}
            </Button>
            <Button
              onClick={() => {
                onClose();
                onYes();
              }}
            >
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
