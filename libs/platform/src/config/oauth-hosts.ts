import type { Environment } from './environment-schema';

export type OauthHosts = {
  instagramAuthUrl: string | null;
  instagramTokenUrl: string | null;
  facebookAuthUrl: string | null;
  facebookGraphUrl: string | null;
};

/**
 * Where people log in and codes are exchanged. What is not set follows `GRAPH_API_URL`: Meta's own hosts beside
 * Meta's API, otherwise the same server (a stand-in for Meta serves both). All null: the built-in simulator.
 */
export function oauthHosts(environment: Environment): OauthHosts {
  const graph = environment.GRAPH_API_URL ?? null;
  const isMeta = graph !== null && metaHosts.has(new URL(graph).hostname);
  const own = (metaUrl: string) => (isMeta ? metaUrl : graph);
  return {
    instagramAuthUrl: environment.INSTAGRAM_AUTH_URL ?? own('https://www.instagram.com'),
    instagramTokenUrl: environment.INSTAGRAM_TOKEN_URL ?? own('https://api.instagram.com'),
    facebookAuthUrl: environment.FACEBOOK_AUTH_URL ?? own('https://www.facebook.com'),
    facebookGraphUrl: environment.FACEBOOK_GRAPH_URL ?? own('https://graph.facebook.com'),
  };
}

const metaHosts = new Set(['graph.instagram.com', 'graph.facebook.com']);
