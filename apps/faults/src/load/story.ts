/** What one person did and what was due because of it; the material every invariant is judged by. */
export type Story = {
  igsid: string;
  /** Instagram's id of the account the person writes to. */
  userId: string;
  username: string;
  script: string;
  events: { at: number; what: string }[];
  /** Texts that must have been sent, or must show why not. */
  due: string[];
  /** Messages the person wrote of which each must be answered once; the number is the order. */
  numbered: string[];
  comments: string[];
  /** Messages the person wrote of which each must be answered with the ticket of one call. */
  errands: string[];
  /** From when on nothing automated may leave. */
  silentFrom: { at: number; because: string } | null;
  /** A wait of the flow that began with a tap: not before, and which text ends it. */
  waits: { tapMid: string; notBefore: number; text: string }[];
};

export function createStory(person: Pick<Story, 'igsid' | 'userId' | 'username' | 'script'>): Story {
  return {
    ...person,
    events: [],
    due: [],
    numbered: [],
    comments: [],
    errands: [],
    silentFrom: null,
    waits: [],
  };
}
