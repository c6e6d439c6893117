import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address';
import { RequestFailure } from './request-failure';

export type ResolvedAddress = { address: string; family: number };

/** Finds the addresses of a host name. */
export type ResolveHost = (host: string) => Promise<ResolvedAddress[]>;

export type AddressPolicy = {
  resolveHost?: ResolveHost;
  /** Lets an address that is not public through all the same; for tests and for a server on this machine. */
  allowAddress?: (target: { address: string; port: number }) => boolean;
};

const resolveByDns: ResolveHost = (host) => lookup(host, { all: true, order: 'ipv4first' });

/**
 * The addresses a host stands for, all of them checked: one that may not be reached refuses the whole host, so that
 * nobody can hide it among good ones. Throws `RequestFailure`.
 */
export async function resolveTarget(
  { host, port }: { host: string; port: number },
  { resolveHost = resolveByDns, allowAddress = () => false }: AddressPolicy,
): Promise<ResolvedAddress[]> {
  const family = isIP(host);
  const addresses = family === 0 ? await resolveHost(host) : [{ address: host, family }];
  if (addresses.length === 0) throw new RequestFailure('network', 'no address');
  const isAllowed = ({ address }: ResolvedAddress) =>
    isPublicAddress(address) || allowAddress({ address, port });
  if (!addresses.every(isAllowed)) throw new RequestFailure('address_blocked', host);
  return addresses;
}
