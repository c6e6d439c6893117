import type { Simulation } from '../simulation';

/** Tells the app what a person did: one element of `messaging[]` sent by the person. */
export function emitPersonEvent(
  simulation: Simulation,
  event: {
    accountId: string;
    igsid: string;
    field: string;
    kind: string;
    at: number;
    body: Record<string, unknown>;
  },
): void {
  const { accountId, igsid, field, kind, at, body } = event;
  simulation.webhooks.emit({
    accountId,
    igsid,
    field,
    kind,
    at,
    isStandby: simulation.world.threads.get(igsid)?.owner === 'other',
    payload: { sender: { id: igsid }, recipient: { id: accountId }, timestamp: at, ...body },
  });
}
