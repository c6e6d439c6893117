import { apiPrefix, loginCallbackPath } from '@instaflow/contracts';
import { unavailable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';

export type LoginApp = {
  appId: string;
  appSecret: string;
  redirectUri: string;
  authUrl: string;
  tokenUrl: string;
  graphUrl: string;
  facebookGraphUrl: string;
};

/** The id under which the built-in simulator knows this program. */
const simulatedAppId = '1029384756102938';

/** The app at Meta, or at what stands in for Meta. 503 `service_unavailable` when its id or secret is not set. */
export function loginAppOf({
  config,
  simulatorUrl,
}: Pick<Dependencies, 'config' | 'simulatorUrl'>): LoginApp {
  const { instagram, publicUrl } = config;
  const own = simulatorUrl ?? '';
  const appId = simulatorUrl === null ? instagram.appId : simulatedAppId;
  if (appId === null || instagram.appSecret === '') {
    throw unavailable({
      message:
        'Logging in at Instagram is not set up. Set INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET, then restart.',
    });
  }
  return {
    appId,
    appSecret: instagram.appSecret,
    redirectUri: `${publicUrl}${apiPrefix}${loginCallbackPath}`,
    authUrl: instagram.oauth.instagramAuthUrl ?? own,
    tokenUrl: instagram.oauth.instagramTokenUrl ?? own,
    graphUrl: instagram.graphApiUrl ?? own,
    facebookGraphUrl: instagram.oauth.facebookGraphUrl ?? own,
  };
}
