/** The order between queued messages of one account: smaller leaves first. */
export const outboxPriority = { human: 0, flow: 3, comment: 5, broadcast: 9 } as const;
