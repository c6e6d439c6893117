import type { LookupFunction } from 'node:net';
import { buildConnector, Client } from 'undici';
import { resolveTarget, type AddressPolicy, type ResolvedAddress } from './resolve-target';

/**
 * A client for one request to `origin` whose connection goes to an address that was checked, and to no other: the name
 * is resolved once, so that a second answer of the name server cannot lead elsewhere. The caller destroys it.
 */
export function openCheckedClient(origin: string, policy: AddressPolicy & { timeoutMs: number }): Client {
  return new Client(origin, {
    pipelining: 1,
    connect: (options, callback) => {
      const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
      resolveTarget({ host: options.hostname, port }, policy)
        .then((addresses) => {
          const lookup = lookupIn(addresses);
          buildConnector({ lookup, timeout: policy.timeoutMs, autoSelectFamily: true })(options, callback);
        })
        .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null));
    },
  });
}

function lookupIn(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
