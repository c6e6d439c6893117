import { loginPermissions, type LoginKind } from './login-permissions';

const namesOf = (login: LoginKind) => loginPermissions[login].map(({ name }) => name).join(',');

type AuthorizeRequest = {
  /** Origin of the login page, e.g. `https://www.instagram.com`. */
  authUrl: string;
  appId: string;
  /** Exactly as registered at Meta, and the same at the exchange of the code. */
  redirectUri: string;
  /** Comes back unchanged; the server's proof that it began this login. */
  state: string;
};

/** Where the owner of an account logs in and consents. `isForced` asks for the password again. */
export const instagramAuthorizeUrl = ({
  authUrl,
  appId,
  redirectUri,
  state,
  isForced = false,
}: AuthorizeRequest & { isForced?: boolean }): string =>
  addressOf(authUrl, 'oauth/authorize', {
    client_id: appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: namesOf('instagram'),
    state,
    ...(isForced && { force_reauth: 'true' }),
  });

/** The same with Facebook Login. A `configurationId` (Facebook Login for Business) stands in place of permissions. */
export const facebookAuthorizeUrl = ({
  authUrl,
  version,
  appId,
  redirectUri,
  state,
  configurationId,
}: AuthorizeRequest & { version: string; configurationId?: string }): string =>
  addressOf(authUrl, version === '' ? 'dialog/oauth' : `${version}/dialog/oauth`, {
    client_id: appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state,
    ...(configurationId === undefined
      ? { scope: namesOf('facebook') }
      : { config_id: configurationId, override_default_response_type: 'true' }),
  });

const addressOf = (origin: string, path: string, query: Record<string, string>): string =>
  `${origin.replace(/\/+$/, '')}/${path}?${new URLSearchParams(query).toString()}`;
