import {
  doctorReportRepository,
  inWorkspaces,
  roundTripRepository,
  webhookRefusalRepository,
  type InstagramAccountEntity,
} from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import { webhookFields } from '@instaflow/instagram';
import type { Dependencies } from '../../dependencies';
import type { Finding } from './finding';
import { judgeClock, judgeMessageAccess, judgeRoundTrip, judgeSending } from './judge-sending';
import { judgeAccountType, judgeExpiry, judgePermissions, judgeToken } from './judge-token';
import { judgeLastWebhook, judgeSignature, judgeSubscription } from './judge-webhooks';
import { measureClock } from './measure-clock';

export type DoctorParts = Pick<
  Dependencies,
  'appSource' | 'engineSource' | 'graph' | 'keyRing' | 'clock' | 'log' | 'config' | 'simulatorUrl'
>;

const dayMs = 24 * 3_600_000;

/** Makes all checks of an account, in the order they are shown. Missing webhooks are subscribed again when `isRepairing`. */
export async function examine(
  parts: DoctorParts,
  { account, isRepairing }: { account: InstagramAccountEntity; isRepairing: boolean },
): Promise<Finding[]> {
  const now = parts.clock.now();
  const sealedToken = account.accessTokenSealed;
  const token =
    sealedToken === null ? null : openToken(parts.keyRing, { sealedToken, accountId: account.id });
  const me = token === null ? null : await parts.graph.getMe({ token });
  const access = token === null || !me?.ok ? null : { token, accountInstagramId: account.instagramUserId };
  const [subscription, conversations, skewMs, known, refusedAt] = await Promise.all([
    access === null ? judgeSubscription(null) : subscribe(parts, access, isRepairing),
    access === null ? null : parts.graph.listConversations({ ...access, limit: 1 }),
    measureClock(parts.config.instagram.graphApiUrl ?? parts.simulatorUrl ?? '', parts.clock),
    readOwn(parts, account, now - dayMs),
    webhookRefusalRepository.findLast(parts.engineSource),
  ]);
  const { facts, lastPassedAt } = known;
  const { lastWebhookAt } = facts;
  return [
    judgeToken(me),
    judgeExpiry(account, now),
    judgeAccountType(me),
    judgePermissions(account),
    judgeMessageAccess(conversations),
    subscription,
    judgeLastWebhook(lastWebhookAt, now),
    judgeSignature({ secrets: parts.config.instagram.webhookSecrets, lastWebhookAt, refusedAt }),
    judgeClock(skewMs),
    judgeSending(account, facts, now),
    judgeRoundTrip(lastPassedAt),
  ];
}

async function subscribe(
  { graph, log }: DoctorParts,
  access: { token: string; accountInstagramId: string },
  isRepairing: boolean,
): Promise<Finding> {
  const before = await graph.getSubscriptions(access);
  const isMissing = before.ok && webhookFields.some((field) => !before.fields.includes(field));
  if (!isRepairing || !isMissing) return judgeSubscription(before);
  const repaired = await graph.subscribeApp(access);
  if (!repaired.ok) return judgeSubscription(before);
  log.warn(
    { accountInstagramId: access.accountInstagramId },
    'Webhooks were missing and are subscribed again.',
  );
  return judgeSubscription(await graph.getSubscriptions(access), { wasRepaired: true });
}

const readOwn = (parts: DoctorParts, { id, workspaceId }: InstagramAccountEntity, since: number) =>
  inWorkspaces(parts.appSource, [workspaceId], async (tx) => ({
    facts: await doctorReportRepository.findFacts(tx, { accountId: id, since }),
    lastPassedAt: await roundTripRepository.findLastPassed(tx, id),
  }));
