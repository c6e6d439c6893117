import type { AddressInfo } from 'node:net';
import { createHttpServer } from './create-http-server';
import { createSimulation } from './create-simulation';
import { resolveOptions, type SimulatorOptions } from './simulator-options';

export type RunningSimulator = {
  /** Base address, without a slash at the end. */
  url: string;
  port: number;
  /** Saves and stops; safe to call twice. */
  close: () => Promise<void>;
};

/** Starts Instagram on this machine: Graph API, webhooks, control API and test phone on one port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const resolved = resolveOptions(options);
  const { simulation, save } = createSimulation(resolved);
  const app = await createHttpServer(simulation, resolved);
  await app.listen({ port: resolved.port, host: resolved.host });
  const address: AddressInfo | string | null = app.server.address();
  const port = typeof address === 'object' && address ? address.port : resolved.port;
  const isEverywhere = resolved.host === '0.0.0.0' || resolved.host === '::';
  const hostname = resolved.host.includes(':') ? `[${resolved.host}]` : resolved.host;
  const url = `http://${isEverywhere ? '127.0.0.1' : hostname}:${port}`;
  simulation.baseUrl = url;

  const shutDown = async (): Promise<void> => {
    await app.close();
    simulation.changes.close();
    await simulation.webhooks.close();
    await save();
  };
  let closing: Promise<void> | null = null;
  return { url, port, close: () => (closing ??= shutDown()) };
}
