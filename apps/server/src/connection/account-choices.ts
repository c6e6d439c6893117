import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { AccountChoice } from '@instaflow/contracts';
import { accountChoiceRepository } from '@instaflow/db';
import { listMissingPermissions } from '@instaflow/instagram';
import { constantTimeEqual, notFound, sha256Hex } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import type { Caller } from '../http/call';
import { listConnectable } from './list-connectable';
import type { FacebookGrant } from './read-facebook-grant';

/** How long accounts wait to be chosen. */
export const choiceLifeMs = 600_000;

const keptGrant = z.object({
  pages: z.array(
    z.object({
      pageId: z.string(),
      name: z.string().nullable(),
      token: z.string(),
      tasks: z.array(z.string()),
      instagramUserId: z.string(),
      instagramUsername: z.string().nullable(),
    }),
  ),
  permissions: z.array(z.string()),
  facebookUserId: z.string().nullable(),
  dataAccessEndsAt: z.number().nullable(),
});

type Parts = Pick<Dependencies, 'engineSource' | 'keyRing' | 'clock'>;
/** Who may choose: one person, in the session and the browser in which the login began. */
export type Chooser = { workspaceId: string; userId: string; sessionId: string; browserHash: string };
type Open = { id: string; workspaceId: string; expiresAt: number; grant: FacebookGrant };

const identityOf = (id: string): string => `account_choice:${id}`;

/** Keeps what a login found, sealed, for ten minutes. */
export async function keepChoice(
  { engineSource, keyRing, clock }: Parts,
  { grant, chooser }: { grant: FacebookGrant; chooser: Chooser },
): Promise<Open> {
  const id = newId();
  const now = clock.now();
  const expiresAt = now + choiceLifeMs;
  const sealed = keyRing.seal(JSON.stringify(keptGrant.parse(grant)), identityOf(id));
  await accountChoiceRepository.begin(engineSource.manager, {
    ...chooser,
    id,
    sealed,
    expiresAt: new Date(expiresAt),
    now,
  });
  return { id, workspaceId: chooser.workspaceId, expiresAt, grant };
}

/** An open choice of this caller in this browser; 404 for every other one. */
export async function openChoice(
  { engineSource, keyRing, clock }: Parts,
  { id, caller, browser }: { id: string; caller: Caller; browser: string | null },
): Promise<Open> {
  const row = await accountChoiceRepository.find(engineSource.manager, { id, now: clock.now() });
  if (row === null || browser === null) throw notFound();
  const isTheirs = row.userId === caller.userId && row.sessionId === caller.sessionId;
  if (!isTheirs || !constantTimeEqual(sha256Hex(browser), row.browserHash)) throw notFound();
  const grant = keptGrant.parse(JSON.parse(keyRing.open(row.sealed, identityOf(id))));
  return { id, workspaceId: row.workspaceId, expiresAt: row.expiresAt.getTime(), grant };
}

/** A choice as it is shown: without tokens. */
export async function showChoice(
  parts: Pick<Dependencies, 'engineSource'>,
  { id, workspaceId, expiresAt, grant }: Open,
): Promise<AccountChoice> {
  return {
    connectionId: id,
    expiresAt: new Date(expiresAt).toISOString(),
    accounts: await listConnectable(parts, { pages: grant.pages, workspaceId }),
    missingPermissions: listMissingPermissions('facebook', grant.permissions),
  };
}
