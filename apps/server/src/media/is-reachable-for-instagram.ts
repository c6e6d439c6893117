import { isIP } from 'node:net';
import { isPublicAddress } from '@instaflow/platform';

const localNames = /(^|\.)(localhost|local|internal|test|home\.arpa)$/i;

/**
 * Whether Instagram could load files from this installation: at Meta only from a public https address; a stand-in on this
 * machine or in this network loads them from wherever it is.
 */
export function isReachableForInstagram({
  publicUrl,
  instagram,
}: {
  publicUrl: string;
  instagram: { graphApiUrl: string | null };
}): boolean {
  const { graphApiUrl } = instagram;
  if (graphApiUrl === null || !isPublicHost(graphApiUrl)) return true;
  return publicUrl.startsWith('https:') && isPublicHost(publicUrl);
}

function isPublicHost(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? host.includes('.') && !localNames.test(host) : isPublicAddress(host);
}
