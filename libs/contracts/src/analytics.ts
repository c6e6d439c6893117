import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageQueryShape } from './pagination';
import { idParams, timeZone, timestamp, uuid } from './primitives';
import { run } from './runs';

const calendarDate = z.iso.date();
/** Dates are inclusive calendar days in `timezone`; without them the last 30 days count. */
export const periodQueryShape = {
  startDate: z.union([calendarDate, timestamp]).optional(),
  endDate: z.union([calendarDate, timestamp]).optional(),
  timezone: timeZone.optional(),
};
const periodQuery = z.strictObject(periodQueryShape);

const count = z.number().int().min(0);
const rate = z.number().min(0).max(1);

export const accountSummary = z.object({
  instagramAccountId: uuid,
  startDate: timestamp,
  endDate: timestamp,
  totalContacts: count,
  newContacts: count,
  activeContacts: count,
  totalMessagesSent: count,
  totalMessagesReceived: count,
  automatedMessagesSent: count,
  failedMessages: count,
  flowStarts: count,
  flowCompletions: count,
  flowCompletionRate: rate,
  deliveryRate: rate,
  readRate: rate,
  openConversations: count,
  pendingHumanConversations: count,
});
export type AccountSummary = z.infer<typeof accountSummary>;

export const timeseriesPoint = z.object({
  at: timestamp,
  messagesReceived: count,
  messagesSent: count,
  newContacts: count,
  flowStarts: count,
});

const nodeId = z.string().min(1).max(200);
const version = z.coerce.number().int().positive().optional();

/**
 * What happened at one node. `engagements`: visits that began in the period, a loop counts each time. `sent`, `read`:
 * messages written by turns of the period that Instagram accepted, and those of them that were read; of hours that are
 * long over as of the last count, which comes hourly, then daily, and ends after 60 days. `clicked`: taps on its buttons
 * that led on (links are not reported by Instagram). `outlets`: how often each connection was taken, by the key of its
 * condition. `failed`, `dropped`: runs that ended at it in the period, failed, or in any way but completed. `waiting`:
 * people standing at it now.
 */
export const nodeEngagement = z.object({
  nodeId: z.string(),
  engagements: count,
  sent: count,
  read: count,
  clicked: count,
  waiting: count,
  failed: count,
  dropped: count,
  outlets: z.array(z.object({ outlet: z.string(), count })),
});
export type NodeEngagement = z.infer<typeof nodeEngagement>;

export const visitMeasure = z.enum([
  'reached',
  'taken',
  'sent',
  'read',
  'clicked',
  'waiting',
  'failed',
  'dropped',
]);
export type VisitMeasure = z.infer<typeof visitMeasure>;

/** One visit, or one run that stands or ended at the node, and who it is. */
export const flowVisit = z.object({
  at: timestamp,
  contactName: z.string().nullable(),
  instagramUsername: z.string().nullable(),
  run,
});
export type FlowVisit = z.infer<typeof flowVisit>;

export const analyticsEndpoints = {
  getAccountSummary: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/analytics/summary',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Key figures of an account in a period',
    status: 200,
    params: idParams,
    query: periodQuery,
    response: accountSummary,
  }),
  getAccountTimeseries: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/analytics/timeseries',
    access: 'viewer',
    tag: 'analytics',
    summary: 'The same figures per hour, day or week',
    status: 200,
    params: idParams,
    query: z.strictObject({ ...periodQueryShape, interval: z.enum(['hour', 'day', 'week']).default('day') }),
    response: z.object({ interval: z.enum(['hour', 'day', 'week']), points: z.array(timeseriesPoint) }),
  }),
  getFlowAnalytics: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/analytics',
    access: 'viewer',
    tag: 'analytics',
    summary:
      'Starts and completions of a flow, and per node what was reached, sent, read, tapped, left and failed; of all versions or one',
    status: 200,
    params: idParams,
    query: z.strictObject({ ...periodQueryShape, version }),
    response: z.object({
      flowId: uuid,
      version: z.number().int().nullable(),
      startDate: timestamp,
      endDate: timestamp,
      starts: count,
      completions: count,
      failures: count,
      completionRate: rate,
      /** At most 500 nodes, the busiest first. */
      nodeEngagement: z.array(nodeEngagement),
    }),
  }),
  listFlowVisits: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/analytics/visits',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Who is behind a number of a node, the latest first; `taken` needs the `outlet`',
    status: 200,
    params: idParams,
    query: z
      .strictObject({
        ...periodQueryShape,
        limit: pageQueryShape.limit,
        cursor: pageQueryShape.cursor,
        version,
        nodeId,
        measure: visitMeasure,
        outlet: z.string().min(1).max(1_000).optional(),
      })
      .refine(({ measure, outlet }) => (measure === 'taken') === (outlet !== undefined), {
        path: ['outlet'],
        message: 'is needed for `taken`, and only there',
      }),
    response: z.object({ visits: z.array(flowVisit), nextCursor: z.string().nullable() }),
  }),
};
