/** What a contact's turn sent on its own accord in an account with quiet hours. */
export type QuietRow = {
  contactId: string;
  /** Of messages of the outbox. */
  ids: string[];
  /** When the quiet hours end that are on now (epoch milliseconds); null outside of them. */
  until: number | null;
};
