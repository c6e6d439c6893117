import { RequestFailure } from './request-failure';

/** An address that may be called: http or https, a host, no name and password. Throws `RequestFailure`. */
export function parseTarget(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new RequestFailure('invalid_url', 'not an address');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RequestFailure('invalid_url', url.protocol);
  if (url.username !== '' || url.password !== '') throw new RequestFailure('invalid_url', 'credentials');
  return url;
}
