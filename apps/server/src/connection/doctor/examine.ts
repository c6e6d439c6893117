import {
  doctorReportRepository,
  findLastKnownAt,
  findMissedEvents,
  inWorkspaces,
  roundTripRepository,
  webhookRefusalRepository,
  type InstagramAccountEntity,
} from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import { webhookFieldsOf } from '@instaflow/instagram';
import type { Dependencies } from '../../dependencies';
import { askForMissed } from './ask-for-missed';
import type { Finding } from './finding';
import { isBehind, judgeMissedEvents } from './judge-missed-events';
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
    access === null
      ? judgeSubscription(null)
      : subscribe(parts, { ...access, accountId: account.id }, isRepairing),
    access === null ? null : parts.graph.listConversations({ ...access, limit: 1 }),
    measureClock(parts.config.instagram.graphApiUrl ?? parts.simulatorUrl ?? '', parts.clock),
    readOwn(parts, account, now - dayMs),
    webhookRefusalRepository.findLast(parts.engineSource),
  ]);
  const missed = await lookForMissed(parts, { account, conversations, isRepairing });
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
    missed,
    judgeSending(account, facts, now),
    judgeRoundTrip(lastPassedAt),
  ];
}

/** What Instagram has and webhooks did not bring is read without being asked for when `isRepairing`. */
async function lookForMissed(
  parts: DoctorParts,
  context: {
    account: InstagramAccountEntity;
    conversations: Awaited<ReturnType<DoctorParts['graph']['listConversations']>> | null;
    isRepairing: boolean;
  },
): Promise<Finding> {
  const { account, conversations, isRepairing } = context;
  const { engineSource, clock } = parts;
  const now = clock.now();
  const lastKnownAt = await findLastKnownAt(engineSource, account.id);
  if (isRepairing && isBehind(conversations, { lastKnownAt, now })) await askForMissed(parts, account.id);
  const reading = await findMissedEvents(engineSource, account.id);
  return judgeMissedEvents(conversations, { reading, lastKnownAt, now });
}

async function subscribe(
  parts: DoctorParts,
  { accountId, ...access }: { token: string; accountInstagramId: string; accountId: string },
  isRepairing: boolean,
): Promise<Finding> {
  const { graph, log } = parts;
  const before = await graph.getSubscriptions(access);
  const needed = webhookFieldsOf(access.token);
  const isMissing = before.ok && needed.some((field) => !before.fields.includes(field));
  if (!isRepairing || !isMissing) return judgeSubscription(before, { needed });
  const repaired = await graph.subscribeApp(access);
  if (!repaired.ok) return judgeSubscription(before, { needed });
  log.warn(
    { accountInstagramId: access.accountInstagramId },
    'Webhooks were missing and are subscribed again.',
  );
  await askForMissed(parts, accountId);
  return judgeSubscription(await graph.getSubscriptions(access), { needed, wasRepaired: true });
}

const readOwn = (parts: DoctorParts, { id, workspaceId }: InstagramAccountEntity, since: number) =>
  inWorkspaces(parts.appSource, [workspaceId], async (tx) => ({
    facts: await doctorReportRepository.findFacts(tx, { accountId: id, since }),
    lastPassedAt: await roundTripRepository.findLastPassed(tx, id),
  }));
