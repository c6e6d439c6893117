import { apiPrefix, loginCallbackPath } from '@instaflow/contracts';
import type { LoginKind } from '@instaflow/instagram';
import { unavailable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';

export type LoginApp = { appId: string; appSecret: string; redirectUri: string; authUrl: string };

/** The id under which the built-in simulator knows this program. */
const simulatedAppId = '1029384756102938';

/** The app of a login at Meta, or at what stands in for Meta. 503 `service_unavailable` when it is not set. */
export function loginAppOf(
  { config, simulatorUrl }: Pick<Dependencies, 'config' | 'simulatorUrl'>,
  login: LoginKind,
): LoginApp {
  const { instagram, publicUrl } = config;
  const { instagramAuthUrl, facebookAuthUrl } = instagram.oauth;
  const own = simulatorUrl ?? '';
  const instagramApp = {
    appId: simulatorUrl === null ? instagram.appId : simulatedAppId,
    appSecret: instagram.appSecret,
  };
  const isFacebook = login === 'facebook' && simulatorUrl === null;
  const { appId, appSecret } = (isFacebook ? instagram.metaApp : null) ?? instagramApp;
  if (appId === null || appSecret === '') throw unavailable({ message: notSetUp[login] });
  return {
    appId,
    appSecret,
    redirectUri: `${publicUrl}${apiPrefix}${loginCallbackPath}`,
    authUrl: (login === 'facebook' ? facebookAuthUrl : instagramAuthUrl) ?? own,
  };
}

const notSetUp: Record<LoginKind, string> = {
  instagram:
    'Logging in at Instagram is not set up. Set INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET, then restart.',
  facebook: 'Logging in at Facebook is not set up. Set META_APP_ID and META_APP_SECRET, then restart.',
};
