import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ModelRequest = {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
};

/** What a stub answers: this content; as one that was cut off or declined; a status; or nothing, until the end. */
export type ModelReply =
  | { content: string }
  | { cutOff: string }
  | { refusal: string }
  | { status: number; message?: string }
  | { raw: string }
  | 'silence';

export type ModelStub = {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  /** Requests in order. */
  requests: ModelRequest[];
  /** Answers to the next requests, in order; then the last one again. */
  replies: ModelReply[];
  /** How many requests were given up before they were answered. */
  abandoned: number;
  close(): Promise<void>;
};

const usage = { prompt_tokens: 900, completion_tokens: 300, total_tokens: 1_200 };

/** A language model on loopback that speaks as much of OpenAI's HTTP API as is asked of one. */
export async function startModelStub(): Promise<ModelStub> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      stub.requests.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
      });
      response.on('close', () => {
        if (!response.writableFinished) stub.abandoned += 1;
      });
      const [reply = 'silence'] = stub.replies.length > 1 ? stub.replies.splice(0, 1) : stub.replies;
      write(response, reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: ModelStub = {
    url: `http://127.0.0.1:${port}/v1`,
    requests: [],
    replies: [],
    abandoned: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

function write(response: ServerResponse, reply: ModelReply): void {
  if (reply === 'silence') return;
  response.setHeader('content-type', 'application/json');
  if ('status' in reply) {
    response.statusCode = reply.status;
    response.end(JSON.stringify({ error: { message: reply.message ?? 'no', code: null } }));
  } else if ('raw' in reply) {
    response.end(reply.raw);
  } else {
    response.end(JSON.stringify(toCompletion(reply)));
  }
}

function toCompletion(reply: { content: string } | { cutOff: string } | { refusal: string }): object {
  const content = 'content' in reply ? reply.content : 'cutOff' in reply ? reply.cutOff : null;
  const message = { role: 'assistant', content, refusal: 'refusal' in reply ? reply.refusal : null };
  return {
    id: 'stub',
    object: 'chat.completion',
    created: 0,
    model: 'stub',
    choices: [{ index: 0, message, finish_reason: 'cutOff' in reply ? 'length' : 'stop' }],
    usage,
  };
}
