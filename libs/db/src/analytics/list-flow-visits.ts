import { z } from 'zod';
import { cursorOf, toPage, type Page, type PageRequest } from '../pagination/page';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import type { Tx } from '../transaction';
import type { Period } from './period';
import { listFlowsOfAccount, splitFlowPeriod, type FlowPeriod } from './read-step-counts';

/** The numbers of a node whose people can be listed. */
export type VisitMeasure =
  'reached' | 'taken' | 'sent' | 'read' | 'clicked' | 'waiting' | 'failed' | 'dropped';

const visitRow = z.object({
  runId: z.string(),
  at: z.date(),
  /** Where in its list the row stands. */
  place: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  instagramUsername: z.string().nullable(),
});
export type VisitRow = z.infer<typeof visitRow>;

export type VisitQuery = FlowPeriod & {
  nodeId: string;
  measure: VisitMeasure;
  /** Of `taken`: which outlet. */
  outlet: string | null;
  request: PageRequest;
};

type Rows = { sql: string; values: unknown[] };

/** Who is behind a number of a node, the latest first: the rows it counts, each with its run. */
export async function listFlowVisits(tx: Tx, query: VisitQuery): Promise<Page<VisitRow>> {
  const { request } = query;
  const after = cursorOf(request, isPlace)?.[0] ?? null;
  const measure = stepMeasureOf(query.measure);
  const found = measure
    ? await findSteps(tx, query, { measure, after })
    : await findRows(tx, runsOf(query, after), request.limit + 1);
  // Counted already where the number comes from; a page need not know it.
  return toPage({ rows: found, total: 0, request, keyOf: ({ place }) => [place] });
}

const isPlace = (values: KeysetCursor): values is [string] =>
  values.length === 1 && typeof values[0] === 'string' && /^\d{1,17}:[0-9a-f-]{36}:\d{1,9}$/.test(values[0]);

type StepMeasure = Exclude<VisitMeasure, 'waiting' | 'failed' | 'dropped'>;
const stepMeasureOf = (measure: VisitMeasure): StepMeasure | null =>
  measure === 'waiting' || measure === 'failed' || measure === 'dropped' ? null : measure;

/** Hours are looked through one batch at a time: a step everybody takes is on the first page after one. */
const hoursPerBatch = 24;

type StepSearch = { measure: StepMeasure; after: string | null };

async function findSteps(tx: Tx, query: VisitQuery, search: StepSearch): Promise<VisitRow[]> {
  const flowIds = await listFlowsOfAccount(tx, query);
  const found: VisitRow[] = [];
  for await (const periods of listPeriods(tx, query)) {
    const limit = query.request.limit + 1 - found.length;
    found.push(...(await findRows(tx, stepsOf({ query, flowIds, periods, ...search }), limit)));
    if (found.length > query.request.limit) break;
  }
  return found;
}

/** The parts of the period in which the node was reached at all, the latest first. */
async function* listPeriods(tx: Tx, query: VisitQuery): AsyncGenerator<Period[]> {
  const { counted, live } = await splitFlowPeriod(tx, query);
  const [first, last] = counted
    ? [live.find((part) => part.until <= counted.from), live.at(-1)]
    : [null, live[0]];
  if (last && last !== first) yield [last];
  const hours: { hour: Date }[] = counted
    ? await tx.query(
        `SELECT DISTINCT hour FROM flow_node_hour
         WHERE flow_id = $1 AND node_id = $2 AND hour >= $3 AND hour < $4 ORDER BY hour DESC`,
        [query.flowId, query.nodeId, counted.from, counted.until],
      )
    : [];
  for (let index = 0; index < hours.length; index += hoursPerBatch) {
    yield hours
      .slice(index, index + hoursPerBatch)
      .map(({ hour }) => ({ from: hour, until: new Date(hour.getTime() + 3_600_000) }));
  }
  if (first) yield [first];
}

const messageStates = { sent: `IN ('sent', 'delivered', 'read')`, read: `= 'read'` };

const hasMessage = (states: string): string => `EXISTS (
  SELECT FROM jsonb_array_elements_text(s.effect_keys) AS k(key)
  JOIN outbound_message o ON o.idempotency_key = k.key
  JOIN message_log m ON m."timestamp" = o.message_at AND m.id = o.id
  WHERE m.delivery_status ${states})`;

const conditions: Record<StepMeasure, string> = {
  reached: 's.is_entry',
  taken: 's.outlet = $8',
  clicked: `s.outlet LIKE 'button\\_payload:%'`,
  sent: hasMessage(messageStates.sent),
  read: hasMessage(messageStates.read),
};

function stepsOf({
  query,
  flowIds,
  periods,
  measure,
  after,
}: StepSearch & { query: VisitQuery; flowIds: string[]; periods: Period[] }): Rows {
  return {
    sql: `SELECT s.run_id, s.contact_id, s.at AS sort_at, s.turn_id AS id, s.place, s.at
          FROM unnest($3::timestamptz[], $4::timestamptz[]) AS p(since, until)
          CROSS JOIN LATERAL flow_steps($1::uuid[], $2, $5, p.since, p.until) s
          WHERE ${conditions[measure]} AND ($6::uuid IS NULL OR s.version_id = $6)
            AND ($7::text IS NULL OR (s.at, s.turn_id, s.place) < (${placeOf('$7')}))
            AND ($8::text IS NULL OR true)`,
    values: [
      flowIds,
      query.flowId,
      periods.map(({ from }) => from),
      periods.map(({ until }) => until),
      query.nodeId,
      query.versionId,
      after,
      query.outlet,
    ],
  };
}

const endedStates = {
  failed: `'failed'`,
  dropped: `'failed', 'replaced', 'taken_over', 'expired', 'cancelled'`,
};

/** Runs that stand at the node now, the youngest first, or that ended at it in the period. */
function runsOf(query: VisitQuery, after: string | null): Rows {
  const { flowId, workspaceId, nodeId, versionId, period, measure, request } = query;
  const values = [flowId, workspaceId, nodeId, versionId, after];
  const atNode = `r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.node_id = $3
    AND ($4::text IS NULL OR r.state ->> 'flowVersionId' = $4)`;
  if (measure === 'waiting') {
    return {
      sql: `SELECT r.id AS run_id, r.contact_id, 'epoch'::timestamptz AS sort_at, r.id, 0::bigint AS place,
                   coalesce(to_timestamp((r.state ->> 'updatedAt')::double precision / 1000), r.started_at) AS at
            FROM flow_run r
            WHERE ${atNode} AND r.status IN ('running', 'waiting')
              AND ($5::text IS NULL OR r.id < split_part($5, ':', 2)::uuid)
            ORDER BY r.id DESC LIMIT ${request.limit + 1}`,
      values,
    };
  }
  return {
    sql: `SELECT r.id AS run_id, r.contact_id, r.ended_at AS sort_at, r.id, 0::bigint AS place, r.ended_at AS at
          FROM flow_run r
          WHERE ${atNode} AND r.status IN (${endedStates[measure === 'failed' ? 'failed' : 'dropped']})
            AND r.ended_at >= $6 AND r.ended_at < $7
            AND ($5::text IS NULL OR (r.ended_at, r.id, 0) < (${placeOf('$5')}))`,
    values: [...values, period.from, period.until],
  };
}

/** A row's place as it is compared: `<epoch microseconds>:<id>:<place>`. */
const placeOf = (parameter: string): string =>
  `'epoch'::timestamptz + split_part(${parameter}, ':', 1)::bigint * interval '1 microsecond',
   split_part(${parameter}, ':', 2)::uuid, split_part(${parameter}, ':', 3)::bigint`;

async function findRows(tx: Tx, { sql, values }: Rows, limit: number): Promise<VisitRow[]> {
  const rows: unknown[] = await tx.query(
    `SELECT v.run_id AS "runId", v.at, c.first_name AS "firstName", c.last_name AS "lastName",
            c.instagram_username AS "instagramUsername",
            (extract(epoch FROM v.sort_at) * 1000000)::bigint || ':' || v.id || ':' || v.place AS place
     FROM (SELECT * FROM (${sql}) AS found ORDER BY sort_at DESC, id DESC, place DESC LIMIT ${limit}) v
     JOIN contact c ON c.id = v.contact_id
     ORDER BY v.sort_at DESC, v.id DESC, v.place DESC`,
    values,
  );
  return rows.map((row) => visitRow.parse(row));
}
