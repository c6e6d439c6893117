import { createLoginClient, type LoginClient } from '@instaflow/instagram';
import type { Dependencies } from '../dependencies';

/** The client of Meta's logins. The caller destroys it. */
export function createLogin({
  config,
  simulatorUrl,
}: Pick<Dependencies, 'config' | 'simulatorUrl'>): LoginClient {
  const { oauth, graphApiUrl, graphApiVersion } = config.instagram;
  const own = simulatorUrl ?? '';
  return createLoginClient({
    instagramTokenUrl: oauth.instagramTokenUrl ?? own,
    instagramGraphUrl: graphApiUrl ?? own,
    facebookGraphUrl: oauth.facebookGraphUrl ?? own,
    version: graphApiVersion,
  });
}
