import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { NextPort } from './create-ports';

/** What flows call: a ticket office that gives a ticket of its own to every call, also to a repeated one. */
export type OtherProgram = {
  /** For a flow; reachable for the workers alone. */
  url: string;
  calls: OfficeCall[];
  /** How many calls wait for their answer. */
  countUnderWay: () => number;
  /** What a worker has to be started with to reach it. */
  nodeOptions: string;
  stop: () => Promise<void>;
};

export type OfficeCall = { at: number; key: string; errand: string; ticket: string; isAnswered: boolean };

/** A public address nobody answers at: the program refuses to call this machine, and must go on to. */
const publicAddress = '11.0.0.1';
const thinkingMs = 700;
const errandSchema = z.object({ errand: z.string() });

export async function startOtherProgram(directory: string, nextPort: NextPort): Promise<OtherProgram> {
  const port = await nextPort();
  const calls: OfficeCall[] = [];
  let underWay = 0;
  const server = createServer((request, response) => {
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    readErrand(request)
      .then(async (errand) => {
        const key = String(request.headers['idempotency-key']);
        const call = { at: Date.now(), key, errand, ticket: `T${calls.length + 1}`, isAnswered: false };
        calls.push(call);
        await pause(thinkingMs);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ ticket: call.ticket }), () => (call.isAnswered = true));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const file = join(directory, 'reach-other-program.mjs');
  writeFileSync(file, detour(port));
  return {
    url: `http://${publicAddress}/tickets`,
    calls,
    countUnderWay: () => underWay,
    nodeOptions: `--import=file://${file}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readErrand(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return errandSchema.parse(JSON.parse(Buffer.concat(chunks).toString())).errand;
}

/** Leads connections to the public address here, below everything the program does to check where it goes. */
function detour(port: number): string {
  return `import net from 'node:net';
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (options?.host === '${publicAddress}') Object.assign(options, { host: '127.0.0.1', port: ${port} });
  return connect.apply(this, args);
};
`;
}
