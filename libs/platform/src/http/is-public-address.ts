import ipaddr from 'ipaddr.js';

/** Azure answers for every virtual machine here, on an address that is formally public. */
const metadataAddresses = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, multicast, metadata or
 * reserved. IPv4 inside IPv6 (mapped, NAT64) counts as the IPv4 it is; tunnels (6to4, Teredo) never are public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return isPublicV4(address);
  if (address.match(nat64)) return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(globalUnicast) && address.range() === 'unicast';
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** What IANA has given out: ranges that are still unknown to the library are not reachable through it. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !metadataAddresses.has(address.toString());
}
