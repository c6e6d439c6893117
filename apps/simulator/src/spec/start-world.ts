/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- spec support: see `Json` */
import { startSimulator } from '../simulator';
import type { SimulatorOptions } from '../simulator-options';
import { callJson, type Answer, type Json } from './call-json';
import { startReceiver, type Receiver } from './start-receiver';

export type { Json };

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

type SpecAccount = { id: string; userId: string; username: string; accessToken: string };

/** A running simulator with a receiver of its webhooks and one subscribed account. */
export class SpecWorld {
  private seen = 0;

  constructor(
    readonly url: string,
    readonly receiver: Receiver,
    readonly account: SpecAccount,
    private readonly stop: () => Promise<void>,
  ) {}

  control(method: string, path: string, body?: unknown): Promise<Answer> {
    return callJson(method, `${this.url}/_control${path}`, { body });
  }

  graph(method: string, path: string, body?: unknown, token = this.account.accessToken): Promise<Answer> {
    return callJson(method, `${this.url}${path}`, { body, headers: { authorization: `Bearer ${token}` } });
  }

  sendText(igsid: string, text: string, extra: object = {}): Promise<Answer> {
    return this.graph('POST', '/me/messages', { recipient: { id: igsid }, message: { text }, ...extra });
  }

  async newPerson(input: object = {}): Promise<string> {
    return (await this.control('POST', `${this.path}/persons`, input)).body.igsid;
  }

  /** A person who just wrote, so the window is open. */
  async newWriter(input: object = {}): Promise<string> {
    const igsid = await this.newPerson(input);
    await this.write(igsid, { text: 'hello' });
    return igsid;
  }

  async write(igsid: string, message: object): Promise<{ mid: string }> {
    return (await this.control('POST', `${this.path}/persons/${igsid}/message`, message)).body;
  }

  async newPost(input: object = {}): Promise<string> {
    return (await this.control('POST', `${this.path}/posts`, input)).body.id;
  }

  async comment(mediaId: string, igsid: string, text = 'price?'): Promise<string> {
    return (await this.control('POST', `${this.path}/comments`, { mediaId, igsid, text })).body.id;
  }

  async advance(ms: number): Promise<void> {
    await this.control('POST', '/clock', { advanceMs: ms });
  }

  /** Waits until all webhooks are out; the events received since the last call, flattened. */
  async events(): Promise<Json[]> {
    await this.control('POST', '/webhook/drain', {});
    const fresh = this.receiver.received.slice(this.seen);
    this.seen = this.receiver.received.length;
    return fresh.flatMap(({ text }) =>
      JSON.parse(text).entry.flatMap(
        (entry: Json) => entry.messaging ?? entry.standby ?? entry.changes ?? [entry],
      ),
    );
  }

  async ledger(query = ''): Promise<Json[]> {
    return (await this.control('GET', `/ledger?${query}`)).body.entries;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.receiver.close();
  }

  private get path(): string {
    return `/accounts/${this.account.userId}`;
  }
}

export async function startWorld(options: SimulatorOptions = {}): Promise<SpecWorld> {
  const simulator = await startSimulator(options);
  const receiver = await startReceiver('simulator-verify-token');
  const control = (path: string, body: object): Promise<Answer> =>
    callJson('POST', `${simulator.url}/_control${path}`, { body });
  await control('/webhook', { url: receiver.url });
  const { body: account } = await control('/accounts', { username: 'bloom', subscribed: true });
  return new SpecWorld(simulator.url, receiver, account, simulator.close);
}
