import type { LoginOutcome, LoginProblem } from '@instaflow/contracts';
import { oauthLoginRepository, sessionRepository, type BegunLogin } from '@instaflow/db';
import { readLoginCallback, type GraphFailure, type LoginClient, type LoginKind } from '@instaflow/instagram';
import { AppError, constantTimeEqual, sha256Hex } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { connectByFacebook } from './connect-by-facebook';
import { connectByGrant } from './connect-by-grant';
import type { ConnectParts } from './connect-long-lived';
import { loginAppOf } from './login-app';
import { mayConnect } from './may-connect';
import { nameMissing } from './name-missing';
import { readFacebookGrant } from './read-facebook-grant';

type Parts = ConnectParts & Pick<Dependencies, 'config'> & { login: LoginClient };

/**
 * Finishes a login with what Meta sent the owner back with. Whatever happens becomes an outcome for the accounts page;
 * only a failure of this program is thrown. `browser` is the name of the browser that came back.
 */
export async function finishLogin(
  parts: Parts,
  { query, browser }: { query: unknown; browser: string | null },
): Promise<LoginOutcome> {
  const callback = readLoginCallback(query);
  const begun = await takeLogin(parts, { state: callback.state, browser });
  if (typeof begun === 'string') return { problem: begun };
  if (!callback.ok) return { problem: callback.reason === 'denied' ? 'denied' : 'login_failed' };
  try {
    return await finish[begun.login](parts, { begun, code: callback.code });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unexpected') throw error;
    parts.log.warn({ err: error }, 'A login did not connect an account.');
    return { problem: problemOf(error.code) };
  }
}

type Granted = { begun: BegunLogin; code: string };

const finish: Record<LoginKind, (parts: Parts, granted: Granted) => Promise<LoginOutcome>> = {
  instagram: async (parts, { begun, code }) => {
    const app = loginAppOf(parts, 'instagram');
    const grant = await parts.login.exchangeInstagramCode({ ...app, code });
    if (!grant.ok) return refused(parts, grant);
    return connectByGrant(parts, { grant, begun, appSecret: app.appSecret });
  },
  facebook: async (parts, { begun, code }) => {
    const app = loginAppOf(parts, 'facebook');
    const token = await parts.login.exchangeFacebookCode({ ...app, code });
    if (!token.ok) return refused(parts, token);
    const grant = await readFacebookGrant(parts.login, { ...app, userToken: token.token });
    if (!grant.ok) return refused(parts, grant);
    const outcome = await connectByFacebook(parts, { grant, chooser: begun });
    const named = nameMissing(outcome.missing);
    if (outcome.kind === 'connected') return { connected: outcome.account.instagramAccountId, ...named };
    if (outcome.kind === 'choose') return { choose: outcome.choice.connectionId, ...named };
    return { problem: outcome.problem, ...named };
  },
};

function refused({ log }: Parts, { code, outcome }: GraphFailure): LoginOutcome {
  log.warn({ code, outcome }, 'A login at Meta failed.');
  return { problem: problemOf(code) };
}

/** Uses the login up, whoever comes with its state; then looks whether they are the one who began it. */
async function takeLogin(
  { engineSource, clock }: Parts,
  { state, browser }: { state: string | null; browser: string | null },
): Promise<BegunLogin | LoginProblem> {
  if (state === null) return 'state_unknown';
  const tx = engineSource.manager;
  const begun = await oauthLoginRepository.take(tx, { stateHash: sha256Hex(state), now: clock.now() });
  if (begun === null) return 'state_unknown';
  if (browser === null || !constantTimeEqual(sha256Hex(browser), begun.browserHash)) return 'other_browser';
  const caller = await sessionRepository.findCaller(tx, begun);
  if (caller === null) return 'session_ended';
  const role = caller.memberships.find(({ workspaceId }) => workspaceId === begun.workspaceId)?.role;
  return mayConnect(role) ? begun : 'not_allowed';
}

function problemOf(code: string): LoginProblem {
  const known: readonly LoginProblem[] = [
    'login_code_invalid',
    'app_misconfigured',
    'account_already_connected',
    'instagram_unavailable',
  ];
  const same = known.find((problem) => problem === code);
  if (same !== undefined) return same;
  const isAway = ['service_unavailable', 'rate_limited', 'instagram_unreachable', 'answer_lost'].includes(
    code,
  );
  if (isAway) return 'instagram_unavailable';
  return code === 'login_redirect_mismatch' ? 'app_misconfigured' : 'login_failed';
}
