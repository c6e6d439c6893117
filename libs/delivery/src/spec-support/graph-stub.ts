import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SentRequest = {
  accountId: string;
  recipientId: string;
  text: string;
  token: string;
  body: Record<string, unknown>;
  at: number;
};

/** What the stub does with one send: answers like Instagram, refuses, or breaks the connection. */
export type Reaction =
  | { kind: 'accept' }
  | {
      kind: 'refuse';
      status: number;
      code: number;
      subcode?: number;
      headers?: Record<string, string>;
    }
  | { kind: 'garbage'; status: number }
  | { kind: 'drop_after_acceptance' }
  | { kind: 'drop_before' };

const accept: Reaction = { kind: 'accept' };

/** A Graph API of its own, over real HTTP: it accepts messages, shows conversations, and fails as it is told to. */
export class GraphStub {
  /** Every send that arrived, also refused ones. */
  readonly requests: SentRequest[] = [];
  /** What "Instagram" delivered. */
  readonly delivered: (SentRequest & { mid: string })[] = [];
  react: (request: SentRequest) => Reaction = () => accept;
  /** Of one send; a function, so that a later message can be quicker than an earlier one. */
  latencyMs: (request: SentRequest) => number = () => 0;
  canReadConversations = true;
  profiles = new Map<string, object>();
  /** Requests under way together at most: all, and to one person. */
  mostAtOnce = 0;
  mostAtOnceToOne = 0;
  private readonly openTo = new Map<string, number>();
  private atOnce = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.handle(request, response));
    this.server.keepAliveTimeout = 60_000;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  reset(): void {
    this.requests.length = 0;
    this.delivered.length = 0;
    this.react = () => accept;
    this.latencyMs = () => 0;
    this.mostAtOnceToOne = 0;
    this.canReadConversations = true;
    this.mostAtOnce = 0;
    this.profiles.clear();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub');
    const [, , first = '', second] = url.pathname.split('/');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (request.method === 'POST' && second === 'messages')
      return this.send(request, response, { first, token });
    if (second === 'conversations') return this.listThreads(response, url.searchParams.get('user_id') ?? '');
    if (first.startsWith('thread-')) return this.showThread(response, first.slice('thread-'.length));
    const profile = this.profiles.get(first);
    return profile
      ? answer(response, 200, profile)
      : answer(response, 400, { error: { code: 230, message: 'consent', type: 'OAuthException' } });
  }

  private async send(
    request: IncomingMessage,
    response: ServerResponse,
    { first, token }: { first: string; token: string },
  ): Promise<void> {
    const body = JSON.parse(await readBody(request));
    const sent: SentRequest = {
      accountId: first,
      recipientId: body.recipient.id ?? body.recipient.comment_id,
      text: body.message.text ?? body.message.attachment?.payload?.text ?? '',
      token,
      body,
      at: Date.now(),
    };
    this.requests.push(sent);
    const reaction = this.react(sent);
    this.count(sent.recipientId, 1);
    const latencyMs = this.latencyMs(sent);
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    this.count(sent.recipientId, -1);
    this.reactTo(reaction, sent, response);
  }

  private count(recipientId: string, change: 1 | -1): void {
    this.atOnce += change;
    const toOne = (this.openTo.get(recipientId) ?? 0) + change;
    this.openTo.set(recipientId, toOne);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    this.mostAtOnceToOne = Math.max(this.mostAtOnceToOne, toOne);
  }

  private reactTo(reaction: Reaction, sent: SentRequest, response: ServerResponse): void {
    const mid = `mid-${this.delivered.length + 1}-${sent.recipientId}`;
    if (reaction.kind === 'accept' || reaction.kind === 'drop_after_acceptance')
      this.delivered.push({ ...sent, mid });
    if (reaction.kind === 'accept') {
      answer(response, 200, { recipient_id: sent.recipientId, message_id: mid });
    } else if (reaction.kind === 'refuse') {
      const { status, code, subcode, headers } = reaction;
      answer(
        response,
        status,
        { error: { code, error_subcode: subcode, message: 'no', fbtrace_id: 'T' } },
        headers,
      );
    } else if (reaction.kind === 'garbage') {
      response.writeHead(reaction.status, { 'content-type': 'text/html' }).end('<html>oops</html>');
    } else {
      response.socket?.destroy();
    }
  }

  private listThreads(response: ServerResponse, personId: string): void {
    if (!this.canReadConversations) return answer(response, 500, { error: { code: 2, message: 'down' } });
    const has = this.delivered.some(({ recipientId }) => recipientId === personId);
    return answer(response, 200, { data: has ? [{ id: `thread-${personId}` }] : [] });
  }

  private showThread(response: ServerResponse, personId: string): void {
    const own = this.delivered.filter(({ recipientId }) => recipientId === personId).reverse();
    const data = own.map(({ mid, at, accountId, text }) => ({
      id: mid,
      created_time: new Date(at).toISOString().replace(/\.\d+Z$/, '+0000'),
      from: { id: accountId },
      message: text,
    }));
    answer(response, 200, { messages: { data }, id: `thread-${personId}` });
  }
}

const answer = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
