import { z } from 'zod';
import { callJson } from './call-json';

const account = z.object({ userId: z.string(), username: z.string(), accessToken: z.string() });
const person = z.object({ igsid: z.string() });
const sent = z.object({ mid: z.string() });
const created = z.object({ id: z.string() });
const counts = z.object({
  deliveries: z.object({
    delayed: z.number(),
    queued: z.number(),
    inFlight: z.number(),
    retrying: z.number(),
  }),
});

export type SimulatorAccount = z.infer<typeof account>;
export type FaultInput = {
  kind: string;
  match?: { path?: string; method?: string; accountId?: string };
  times?: number;
  probability?: number;
  applies?: boolean;
  code?: number;
  httpStatus?: number;
  delayMs?: number;
};
export type Simulator = ReturnType<typeof createSimulatorClient>;

/** The control API of the simulator. It is never broken itself: a call that fails is a mistake of this suite. */
export function createSimulatorClient(url: string) {
  const control = `${url}/_control`;
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await callJson(`${control}${path}`, { method, body, timeoutMs: 70_000 });
    if (answer === null || answer.status >= 400) {
      throw new Error(`simulator ${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    }
    return answer.body;
  };
  const personPath = (accountId: string, igsid: string): string => `/accounts/${accountId}/persons/${igsid}`;
  return {
    url,
    setWebhook: (webhookUrl: string) => call('POST', '/webhook', { url: webhookUrl }),
    createAccount: async (username: string) =>
      account.parse(await call('POST', '/accounts', { username, subscribed: true })),
    createPerson: async (accountId: string, username: string) =>
      person.parse(
        await call('POST', `/accounts/${accountId}/persons`, { username, name: username, follows: true }),
      ).igsid,
    write: async (accountId: string, igsid: string, text: string) =>
      sent.parse(await call('POST', `${personPath(accountId, igsid)}/message`, { text })).mid,
    tap: async (accountId: string, igsid: string, tapped: { mid: string; payload: string }) =>
      sent.parse(
        await call('POST', `${personPath(accountId, igsid)}/tap`, { kind: 'quick_reply', ...tapped }),
      ).mid,
    createPost: async (accountId: string) =>
      created.parse(await call('POST', `/accounts/${accountId}/posts`, { caption: 'A post' })).id,
    comment: async (accountId: string, input: { mediaId: string; igsid: string; text: string }) =>
      created.parse(await call('POST', `/accounts/${accountId}/comments`, input)).id,
    addFault: async (input: FaultInput) => created.parse(await call('POST', '/faults', input)).id,
    clearFaults: () => call('DELETE', '/faults'),
    /** Delivers a body once more, signed as always; answers the HTTP status, null for none. */
    deliverAgain: async (raw: string) =>
      z.object({ status: z.number().nullable() }).parse(await call('POST', '/webhook/deliver', { raw }))
        .status,
    countDeliveries: async () => counts.parse(await call('GET', '/webhook')).deliveries,
    readLedger: (cursor: number, waitMs: number) =>
      call('GET', `/ledger?cursor=${cursor}&limit=5000&waitMs=${waitMs}`),
  };
}
