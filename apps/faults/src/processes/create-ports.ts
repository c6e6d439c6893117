import { createServer } from 'node:net';

/** A port nobody listens on now and that was not given before. */
export type NextPort = () => Promise<number>;

const most = 100;

/**
 * Ports from `first` upwards. They should be below what systems give to outgoing connections (32,768): a program that is
 * down for a moment must find its port free when it comes back. The function throws when 100 ports are through.
 */
export function createPorts(first: number): NextPort {
  let next = first;
  return async () => {
    for (;;) {
      const port = next;
      next += 1;
      if (port >= first + most) throw new Error(`No port from ${first} to ${port} is free.`);
      if (await isFree(port)) return port;
    }
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    probe.once('error', () => resolve(false));
  });
}
