import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { FileTexts } from "../../locales/file-texts.ts";
import type { Language } from "../../locales/texts.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import type { FileNotice, FileState } from "./file-state.ts";
import { timeText } from "./kept-time.ts";
import type { WorkbookFile } from "./workbook-file.ts";

const useStyles = makeStyles({
  bar: { borderRadius: 0, borderLeft: 0, borderRight: 0, borderTop: 0 },
  text: { whiteSpace: "normal", overflowWrap: "anywhere" },
  actions: { display: "inline-flex", flexWrap: "wrap", gap: "4px", marginInlineStart: "8px", paddingBlock: "2px" },
  close: { minWidth: "24px", paddingInline: "4px" },
});

interface FileMessagesProps {
  readonly file: WorkbookFile;
  readonly state: FileState;
  readonly texts: FileTexts;
  readonly language: Language;
}

/** What is kept from before, and what has just happened. */
export function FileMessages({ file, state, texts, language }: FileMessagesProps) {
  const [deleting, setDeleting] = useState<string>();
  const { notice, former, losses } = state;
  const [offer] = state.offers;
  const others = state.offers.length - 1;
  const named = (name: string) => name || texts.untitled;
  return (
    <div role="region" aria-label={texts.bar}>
      {offer && state.ready && (
        <Message intent="info">
          {texts.offer(named(offer.name), timeText(offer.keptAt, language))} {others > 0 && texts.moreOffers(others)}
          <Actions>
            <Button size="small" appearance="primary" onClick={() => void file.continueWith(offer.id)}>
              {texts.continue}
            </Button>
            <Button size="small" onClick={() => setDeleting(offer.id)}>
              {texts.delete}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => file.dismiss("offers")}>
              {texts.later}
            </Button>
          </Actions>
        </Message>
      )}
      <div role="status">
        {notice && (
          <Message intent={notice.intent} close={texts.close} onClose={() => file.dismiss("notice")}>
            {notice.sentence(texts)}
            {notice.intent === "warning" && losses.length > 0 && (
              <Actions>
                <Button size="small" onClick={() => file.ask("look")}>
                  {texts.showLosses}
                </Button>
              </Actions>
            )}
          </Message>
        )}
        {former && (
          <Message intent="info" close={texts.close} onClose={() => file.dismiss("former")}>
            {texts.former(named(former.name))}
            <Actions>
              <Button size="small" onClick={() => void file.continueWith(former.id)}>
                {texts.back}
              </Button>
            </Actions>
          </Message>
        )}
      </div>
      <DeleteDialog
        kept={state.offers.find(({ id }) => id === deleting)}
        texts={texts}
        language={language}
        onDelete={(id) => {
          setDeleting(undefined);
          void file.deleteKept(id);
        }}
        onClose={() => setDeleting(undefined)}
      />
    </div>
  );
}

interface MessageProps {
  readonly intent: FileNotice["intent"];
  readonly close?: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

function Message({ intent, close, onClose, children }: MessageProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>{children}</MessageBarBody>
      {close && (
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" size="small" className={styles.close} aria-label={close} {...(onClose && { onClick: onClose })}>
              ×
            </Button>
          }
        />
      )}
    </MessageBar>
  );
}

function Actions({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().actions}>{children}</span>;
}
