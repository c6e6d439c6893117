import {
  applyOperations,
  flowOperationSchema,
  parseFlowDefinition,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { z } from 'zod';
import { historyEntrySchema } from '../history/history-entry-schema';
import type { History } from '../history/history';
import type { KeptSession } from '../state/kept-edits';
import type { KeptRecord } from './draft-store';
import type { KeptEdit } from './unsaved-edits';

/** An editing session as an earlier visit left it. */
export type RestoredSession = {
  definition: FlowDefinition;
  revision: number;
  history: History | null;
  /** Null when the server had everything. */
  kept: KeptSession | null;
  /** Edits that cannot be made any more. */
  lostCount: number;
};

const document = z.unknown().transform((value, context) => {
  const parsed = parseFlowDefinition(value);
  if (parsed.ok) return parsed.definition;
  context.addIssue({ code: 'custom', message: parsed.problems[0]?.message });
  return z.NEVER;
});

const sessionSchema = z.object({
  revision: z.number().int(),
  base: document.nullable(),
  start: z.object({ definition: document, number: z.number().int() }).nullable(),
  sent: z.array(z.number().int()),
  pastCount: z.number().int(),
});
const editsSchema = z.array(z.object({ number: z.number().int(), operations: z.array(flowOperationSchema) }));
const stepsSchema = z.array(z.object({ place: z.number().int(), entry: historyEntrySchema }));

/**
 * Puts a session of an earlier visit together again: its document with every unsaved edit, and what can be undone.
 * `current` is the server's document, which a session without unsaved edits goes on with. Null when what was kept cannot
 * be read.
 */
export function restoreSession(record: KeptRecord, current: FlowDefinition): RestoredSession | null {
  const session = sessionSchema.safeParse(record.session);
  const edits = editsSchema.safeParse(record.edits);
  if (!session.success || !edits.success) return null;
  const { revision, base, start, sent, pastCount } = session.data;
  const steps = stepsSchema.safeParse(record.history);
  const history = steps.success ? toHistory(steps.data, pastCount) : null;
  if (!base || edits.data.length === 0) {
    return { definition: current, revision, history, kept: null, lostCount: 0 };
  }
  const documents = replay({
    start: start ?? { definition: base, number: 0 },
    edits: edits.data,
    sent: new Set(sent),
  });
  return {
    definition: documents.last,
    revision,
    // After a gap the steps would undo something else.
    history: documents.lostCount === 0 ? history : null,
    lostCount: documents.lostCount,
    kept: { base, start, edits: edits.data, sent: documents.sent, sentNumbers: sent },
  };
}

function replay({
  start,
  edits,
  sent,
}: {
  start: { definition: FlowDefinition; number: number };
  edits: readonly KeptEdit[];
  sent: ReadonlySet<number>;
}) {
  const documents = sent.has(start.number) ? [start.definition] : [];
  let last = start.definition;
  let lostCount = 0;
  for (const { number, operations } of edits) {
    // Contained in the document it starts with.
    if (number <= start.number) continue;
    const applied = applyOperations(last, operations);
    if (applied.ok) last = applied.definition;
    else lostCount += 1;
    if (sent.has(number)) documents.push(last);
  }
  return { last, sent: documents, lostCount };
}

function toHistory(steps: z.infer<typeof stepsSchema>, pastCount: number): History {
  const entries = steps.toSorted((a, b) => a.place - b.place).map(({ entry }) => entry);
  return { past: entries.slice(0, pastCount), future: entries.slice(pastCount).toReversed() };
}
