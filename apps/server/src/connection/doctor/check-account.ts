import type { DoctorReport } from '@instaflow/contracts';
import {
  accountRepository,
  doctorReportRepository,
  finishTokenRefreshes,
  inWorkspaces,
  type InstagramAccountEntity,
} from '@instaflow/db';
import { examine, type DoctorParts } from './examine';
import type { Finding } from './finding';

/**
 * Checks the connection of an account and keeps the report; owners and admins are told when it became `failed`. Null when
 * the account is not connected any more. `isRepairing` subscribes missing webhooks again. The access of a Page is not
 * renewed, so it is here that one which was withdrawn ends: the account becomes `error`.
 */
export async function checkAccount(
  parts: DoctorParts,
  { key, isRepairing }: { key: { id: string; workspaceId: string }; isRepairing: boolean },
): Promise<DoctorReport | null> {
  const { id, workspaceId } = key;
  const scope = [workspaceId];
  const account = await inWorkspaces(parts.appSource, scope, (tx) =>
    accountRepository.find(tx, { id, workspaceId }),
  );
  if (account === null) return null;
  const findings = await examine(parts, { account, isRepairing });
  const now = parts.clock.now();
  if (account.login === 'facebook') await endWithdrawnAccess(parts, { account, findings, now });
  const report = toReport(id, findings, now);
  await inWorkspaces(parts.appSource, scope, (tx) =>
    doctorReportRepository.save(tx, { report, workspaceId, sentence: sentenceOf(findings), now }),
  );
  return report;
}

async function endWithdrawnAccess(
  { engineSource }: DoctorParts,
  input: { account: InstagramAccountEntity; findings: readonly Finding[]; now: number },
): Promise<void> {
  const { account, findings, now } = input;
  const { id: accountId, accessTokenSealed: sealedToken, status } = account;
  const refused = findings.find(({ id, state }) => id === 'token_valid' && state === 'failed');
  if (refused === undefined || sealedToken === null || status !== 'connected') return;
  const ended = { accountId, sealedToken, nextAt: now, errorReason: refused.sentence };
  await finishTokenRefreshes(engineSource, { refreshes: [ended], now });
}

function toReport(id: string, findings: readonly Finding[], now: number): DoctorReport {
  const checkedAt = new Date(now).toISOString();
  const worst = (['failed', 'warning'] as const).find((state) =>
    findings.some((found) => found.state === state),
  );
  const lastWebhookAt = findings.find((found) => found.id === 'webhook_received')?.details['lastWebhookAt'];
  return {
    instagramAccountId: id,
    state: worst ?? 'passed',
    checks: findings.map((found) => ({ ...found, checkedAt })),
    checkedAt,
    lastWebhookAt: typeof lastWebhookAt === 'string' ? lastWebhookAt : null,
  };
}

const sentenceOf = (findings: readonly Finding[]): string =>
  findings.find(({ state }) => state === 'failed')?.sentence ?? '';
