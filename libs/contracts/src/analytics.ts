import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { idParams, timeZone, timestamp, uuid } from './primitives';

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
    summary: 'Starts, completions and visits per node',
    status: 200,
    params: idParams,
    query: periodQuery,
    response: z.object({
      flowId: uuid,
      startDate: timestamp,
      endDate: timestamp,
      starts: count,
      completions: count,
      failures: count,
      completionRate: rate,
      nodeEngagement: z.array(z.object({ nodeId: z.string(), engagements: count, waiting: count })),
    }),
  }),
};
