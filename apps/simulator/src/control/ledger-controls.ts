import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { LedgerPage } from '../ledger/ledger';
import type { Simulation } from '../simulation';

const querySchema = z.strictObject({
  type: z.enum(['graph', 'webhook']).optional(),
  accountId: z.string().optional(),
  igsid: z.string().optional(),
  /** accepted, rejected, unanswered (calls); delivered, failed, skipped (webhooks). */
  result: z.enum(['accepted', 'rejected', 'unanswered', 'delivered', 'failed', 'skipped']).optional(),
  method: z.string().optional(),
  /** Kind of a webhook event: message, echo, comment, … */
  kind: z.string().optional(),
  /** Part of the path of a call. */
  path: z.string().optional(),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
  /** The newest entries instead of the oldest. */
  tail: z.stringbool().default(false),
  /** Waits so long for a first entry that fits. */
  waitMs: z.coerce.number().int().min(0).max(60_000).default(0),
});

type Query = z.infer<typeof querySchema>;

export function registerLedgerControls(app: FastifyInstance, simulation: Simulation): void {
  app.get('/ledger', (request) => readLedger(simulation, querySchema.parse(request.query)));

  app.delete('/ledger', () => {
    simulation.ledger.clear();
    simulation.changes.publish({ kind: 'ledger' });
    return { entries: [] };
  });
}

async function readLedger({ ledger }: Simulation, query: Query): Promise<LedgerPage> {
  const { cursor, limit, tail: isTail, waitMs } = query;
  const matches = (entry: LedgerEntry): boolean => fits(entry, query);
  const until = Date.now() + waitMs;
  for (;;) {
    const page = ledger.read({ cursor, limit, isTail, matches });
    const restMs = until - Date.now();
    if (page.entries.length > 0 || restMs <= 0) return page;
    await ledger.waitForMore(restMs);
  }
}

function fits(entry: LedgerEntry, query: Query): boolean {
  const outcome = entry.type === 'graph' ? entry.result : entry.outcome;
  const isWanted: boolean[] = [
    !query.type || entry.type === query.type,
    !query.accountId || entry.accountId === query.accountId,
    !query.igsid || entry.igsid === query.igsid,
    !query.result || outcome === query.result,
    !query.kind || (entry.type === 'webhook' && entry.kinds.includes(query.kind)),
    !query.method || (entry.type === 'graph' && entry.method === query.method.toUpperCase()),
    !query.path || (entry.type === 'graph' && entry.path.includes(query.path)),
  ];
  return isWanted.every(Boolean);
}
