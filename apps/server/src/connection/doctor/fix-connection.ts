import type { DoctorFixId, endpoints, ResponseOf } from '@instaflow/contracts';
import { accountRepository, finishTokenRefreshes, inWorkspaces, resumeAccount } from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import type { Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { refreshToken } from '../refresh-tokens';
import { startLogin } from '../start-login';
import { askForMissed } from './ask-for-missed';
import { checkAccount } from './check-account';
import { startRoundTrip } from './round-trips';

type Key = { id: string; workspaceId: string };
type Fixed = { isFixed: boolean; sentence: string; authorizeUrl?: string };
type FixCall = Pick<Call, 'request' | 'reply' | 'caller'>;

/** Does what a finding asks for, then checks the account again. */
export async function fixConnection(
  deps: Dependencies,
  { key, fixId, call }: { key: Key; fixId: DoctorFixId; call: FixCall },
): Promise<ResponseOf<typeof endpoints.fixConnection>> {
  const { authorizeUrl = null, ...fixed } = await fixes[fixId](deps, key, call);
  const report = found(await checkAccount(deps, { key, isRepairing: false }));
  return { ...fixed, authorizeUrl, report };
}

const fixes: Record<DoctorFixId, (deps: Dependencies, key: Key, call: FixCall) => Promise<Fixed>> = {
  resubscribe: async (deps, key) => {
    const account = await readAccount(deps, key);
    const sealedToken = account.accessTokenSealed;
    const token = sealedToken === null ? null : openToken(deps.keyRing, { sealedToken, accountId: key.id });
    if (token === null) return { isFixed: false, sentence: 'The account has no access. Connect it again.' };
    const answer = await deps.graph.subscribeApp({ accountInstagramId: account.instagramUserId, token });
    if (!answer.ok) return { isFixed: false, sentence: answer.sentence };
    await askForMissed(deps, key.id);
    return {
      isFixed: true,
      sentence: 'The webhooks are subscribed. What was missed is being read from Instagram.',
    };
  },
  refresh_token: async (deps, key) => {
    const { accessTokenSealed: sealedToken, tokenExpiresAt, login } = await readAccount(deps, key);
    if (login === 'facebook')
      return { isFixed: false, sentence: 'The access of a Page has no end to put off.' };
    if (sealedToken === null)
      return { isFixed: false, sentence: 'The account has no access. Connect it again.' };
    const expiresAt = tokenExpiresAt?.getTime() ?? null;
    const due = { accountId: key.id, workspaceId: key.workspaceId, sealedToken, expiresAt, attempts: 1 };
    const refresh = await refreshToken(deps, due);
    await finishTokenRefreshes(deps.engineSource, { refreshes: [refresh], now: deps.clock.now() });
    if (refresh.newSealedToken !== undefined) return { isFixed: true, sentence: 'The access was renewed.' };
    const why = refresh.errorReason ?? refresh.warning;
    return { isFixed: false, sentence: why ?? 'Instagram did not renew the access. Try again tomorrow.' };
  },
  reconnect: async (deps, key, call) => {
    const login = (await readAccount(deps, key)).login ?? 'instagram';
    const { authorizeUrl } = await startLogin(deps, call, { workspaceId: key.workspaceId, login });
    const sentence = `Log in at ${login === 'facebook' ? 'Facebook' : 'Instagram'} to connect the account again.`;
    return { isFixed: false, sentence, authorizeUrl };
  },
  resume_account: async (deps, key) => {
    await inWorkspaces(deps.appSource, [key.workspaceId], (tx) =>
      resumeAccount(tx, { accountId: key.id, now: deps.clock.now() }),
    );
    deps.wakeDelivery();
    return { isFixed: true, sentence: 'The account goes on.' };
  },
  recover_missed: async (deps, key) => {
    const isAsked = await askForMissed(deps, key.id);
    return isAsked
      ? { isFixed: true, sentence: 'What was missed is being read from Instagram.' }
      : { isFixed: false, sentence: 'The account has no access. Connect it again.' };
  },
  round_trip: async (deps, key) => {
    const now = deps.clock.now();
    const { sentence } = await inWorkspaces(deps.appSource, [key.workspaceId], (tx) =>
      startRoundTrip(tx, { ...key, now }),
    );
    return { isFixed: false, sentence };
  },
};

const readAccount = (deps: Dependencies, key: Key) =>
  inWorkspaces(deps.appSource, [key.workspaceId], async (tx) => found(await accountRepository.find(tx, key)));
