import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";

/** Why a finding is set aside. */
export function IgnoreForm({ onIgnore, onClose }: { readonly onIgnore: (reason: string) => void; readonly onClose: () => void }) {
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") return onIgnore(reason.trim());
    setMissing(true);
    input.current?.focus();
  };
  return (
    <form className={styles.form} style={{ rowGap: 6 }} onSubmit={submit} onKeyDown={({ key }) => key === "Escape" && onClose()}>
      <Field label={room.finding.reason} {...(missing ? { validationMessage: room.finding.reasonMissing, validationState: "error" as const } : {})}>
        <Input ref={(element: HTMLInputElement | null) => void (input.current = element)} value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary">
          {room.finding.confirm}
        </Button>
        <Button size="small" onClick={onClose}>
          {room.finding.cancel}
        </Button>
      </div>
    </form>
  );
}
