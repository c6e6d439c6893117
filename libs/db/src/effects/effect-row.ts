/** Something a run asks of the outside and waits for; `request` is what its kind needs. */
export type EffectRow = {
  /** `runId/nodeId/visit/index`: written once, however often the turn is applied. */
  key: string;
  workspaceId: string;
  accountId: string;
  contactId: string;
  runId: string;
  nodeId: string;
  kind: string;
  request: object;
  /** Longer than one attempt can take: whoever holds it for so long has died. */
  leaseMs: number;
};
