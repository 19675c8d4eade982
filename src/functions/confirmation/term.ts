/** Statistics of confirmation letters. */
export type ConfirmationTerm =
  | "confirmation-book"
  | "confirmation-sent"
  | "confirmation-sent-share"
  | "confirmation-replied"
  | "confirmation-replied-share"
  | "confirmation-matched"
  | "confirmation-matched-share"
  | "confirmation-reconciled"
  | "confirmation-reconciled-share"
  | "confirmation-confirmed"
  | "confirmation-confirmed-share"
  | "confirmation-alternative"
  | "confirmation-alternative-share"
  | "confirmation-verified"
  | "confirmation-verified-share";
