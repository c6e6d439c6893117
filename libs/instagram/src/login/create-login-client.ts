import { Pool } from 'undici';
import { accountCalls } from '../graph/account-calls';
import { createTransport, type GraphTransport } from '../graph/graph-transport';
import { facebookLoginCalls } from './facebook-login-calls';
import { instagramLoginCalls } from './instagram-login-calls';

export type LoginClient = ReturnType<typeof instagramLoginCalls> &
  ReturnType<typeof facebookLoginCalls> &
  ReturnType<typeof accountCalls> & {
    /** Closes at once; requests under way end as lost. */
    destroy(): Promise<void>;
  };

/**
 * Both ways of logging in at Meta: from the code that came back to a token that lasts, what was granted, and the Pages
 * of a Facebook user. `appId` and `appSecret` are those of the Instagram app for Instagram Login and those of the Meta app
 * for Facebook Login. No call throws, as with `createGraphClient`, and neither codes, secrets nor tokens appear in
 * failures. Every call may be tried again; a code that was used up then answers `login_code_invalid`.
 */
export const createLoginClient = ({
  instagramTokenUrl,
  instagramGraphUrl,
  facebookGraphUrl,
  version,
  timeoutMs = 10_000,
}: {
  instagramTokenUrl: string;
  instagramGraphUrl: string;
  facebookGraphUrl: string;
  version: string;
  timeoutMs?: number;
}): LoginClient => {
  const pools: Pool[] = [];
  const transport = (baseUrl: string, below = ''): GraphTransport => {
    const { origin, pathname } = new URL(baseUrl);
    const dispatcher = new Pool(origin, {
      connections: 4,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: timeoutMs },
    });
    pools.push(dispatcher);
    const rootPath = pathname.replace(/\/+$/, '');
    return createTransport({ dispatcher, basePath: below === '' ? rootPath : `${rootPath}/${below}` });
  };
  return {
    ...instagramLoginCalls(transport(instagramTokenUrl)),
    ...accountCalls(transport(instagramGraphUrl)),
    ...facebookLoginCalls(transport(facebookGraphUrl, version)),
    destroy: async () => {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
};
