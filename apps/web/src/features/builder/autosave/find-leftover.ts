import type { FlowDefinition } from '@instaflow/flow-model';
import { z } from 'zod';
import { draftDatabase } from './draft-database';
import type { RestoredSession } from './restore-session';
import { findEnded } from './session-lock';

export type Leftover = {
  /** The session to go on with; null when none is of use. */
  restored: RestoredSession | null;
  /** Sessions nobody needs once that has been written again. */
  replaces: readonly string[];
};

const headsSchema = z.array(
  z.object({
    sessionId: z.string(),
    tabId: z.string(),
    writtenAtMs: z.number(),
    revision: z.number(),
    hasUnsaved: z.boolean(),
  }),
);

/**
 * What ended sessions of this flow left in this browser: the latest one with edits the server may not have, else the one
 * whose undo steps lead to the server's document as it is. Null when there is nothing, or nothing can be read.
 */
export async function findLeftover({
  flowKey,
  revision,
  definition,
}: {
  flowKey: string;
  revision: number;
  definition: FlowDefinition;
}): Promise<Leftover | null> {
  try {
    const heads = headsSchema.parse(await draftDatabase.list(flowKey));
    if (heads.length === 0) return null;
    const ended = (await findEnded(heads, Date.now())).toSorted((a, b) => b.writtenAtMs - a.writtenAtMs);
    const chosen =
      ended.find(({ hasUnsaved }) => hasUnsaved) ?? ended.find((head) => head.revision === revision);
    const done = ended.filter(({ hasUnsaved }) => !hasUnsaved).map(({ sessionId }) => sessionId);
    if (!chosen) return { restored: null, replaces: done };
    const { restoreSession } = await import('./restore-session');
    const restored = restoreSession(await draftDatabase.read(chosen.sessionId), definition);
    return { restored, replaces: restored ? [...done, chosen.sessionId] : done };
  } catch {
    // No database, or damaged: the server's document is all there is.
    return null;
  }
}
