import type { LoginOutcome, LoginProblem } from '@instaflow/contracts';
import { oauthLoginRepository, sessionRepository, type BegunLogin } from '@instaflow/db';
import { readLoginCallback, type LoginClient } from '@instaflow/instagram';
import { AppError, constantTimeEqual, sha256Hex } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { connectByGrant } from './connect-by-grant';
import type { ConnectParts } from './connect-long-lived';
import { loginAppOf } from './login-app';
import { mayConnect } from './may-connect';

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
  const app = loginAppOf(parts);
  const grant = await parts.login.exchangeInstagramCode({ ...app, code: callback.code });
  if (!grant.ok) {
    parts.log.warn({ code: grant.code, outcome: grant.outcome }, 'A login at Instagram failed.');
    return { problem: problemOf(grant.code) };
  }
  try {
    return await connectByGrant(parts, { grant, begun, appSecret: app.appSecret });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unexpected') throw error;
    parts.log.warn({ err: error }, 'A login did not connect an account.');
    return { problem: problemOf(error.code) };
  }
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
