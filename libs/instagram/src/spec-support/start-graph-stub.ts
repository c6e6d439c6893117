import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SeenCall = {
  method: string | undefined;
  path: string;
  query: Record<string, string>;
  authorization: string | undefined;
  contentType: string | undefined;
  /** JSON as a value, a form as an object. */
  body: unknown;
};
export type StubAnswer = { status?: number; body: unknown; headers?: Record<string, string> };

export type GraphStub = {
  url: string;
  seen: SeenCall[];
  /** What the next calls get, one after the other; the last stays. Text goes out as it is, all else as JSON. */
  answer(...answers: StubAnswer[]): void;
  close(): Promise<void>;
};

/** An HTTP server on this machine that answers what a spec tells it to. */
export const startGraphStub = async (): Promise<GraphStub> => {
  const seen: SeenCall[] = [];
  let queue: StubAnswer[] = [{ status: 500, body: 'no answer was set' }];
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      seen.push(call);
      const [next] = queue;
      if (queue.length > 1) queue = queue.slice(1);
      const { status = 200, body = '', headers = {} } = next ?? {};
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer: (...answers) => {
      queue = answers;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const readCall = async (request: IncomingMessage): Promise<SeenCall> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
  const contentType = request.headers['content-type'];
  return {
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    authorization: request.headers.authorization,
    contentType,
    body: readBody(text, contentType),
  };
};

const readBody = (text: string, contentType: string | undefined): unknown => {
  if (text === '') return null;
  if (contentType?.includes('form')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text) as unknown;
};
