import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { idParams, timestamp, uuid } from './primitives';

/** What the connection doctor looks at, in the order it is shown. */
export const doctorCheckId = z.enum([
  'token_valid',
  'token_expiry',
  'account_type',
  'permissions',
  'message_access',
  'webhooks_subscribed',
  'webhook_received',
  'webhook_signature',
  'clock',
  'app_mode',
  'missed_events',
  'sending_allowed',
  'round_trip',
]);
export type DoctorCheckId = z.infer<typeof doctorCheckId>;

/** `unknown`: could not be found out this time (Instagram did not answer); `skipped`: makes no sense before another passes. */
export const doctorCheckState = z.enum(['passed', 'warning', 'failed', 'unknown', 'skipped']);
export type DoctorCheckState = z.infer<typeof doctorCheckState>;

/** What the program can do itself about a finding (or, with `reconnect`, has the owner do). */
export const doctorFixId = z.enum([
  'resubscribe',
  'refresh_token',
  'reconnect',
  'resume_account',
  'recover_missed',
  'round_trip',
]);
export type DoctorFixId = z.infer<typeof doctorFixId>;

export const doctorCheck = z.object({
  id: doctorCheckId,
  state: doctorCheckState,
  /** For the owner: what was found and, unless it passed, what to do. */
  sentence: z.string(),
  /** Null when only the owner can do something about it, or nothing has to be done. */
  fixId: doctorFixId.nullable(),
  /** Page of Meta or Instagram on which the owner does it. */
  helpUrl: z.url().nullable(),
  /** For whoever runs the program: error codes, missing fields and the like; no secrets. */
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  ),
  checkedAt: timestamp,
});
export type DoctorCheck = z.infer<typeof doctorCheck>;

export const doctorReport = z.object({
  instagramAccountId: uuid,
  /** The worst of the checks; `unknown` and `skipped` ones do not count. */
  state: z.enum(['passed', 'warning', 'failed']),
  checks: z.array(doctorCheck),
  checkedAt: timestamp,
  lastWebhookAt: timestamp.nullable(),
});
export type DoctorReport = z.infer<typeof doctorReport>;

/** Something sent through Instagram and awaited as a webhook. */
export const roundTrip = z.object({
  roundTripId: uuid,
  instagramAccountId: uuid,
  state: z.enum(['waiting', 'passed', 'failed']),
  /**
   * `self_message`: the account writes to itself; `owner_message`: somebody has to write the `phrase` to the account.
   */
  method: z.enum(['self_message', 'owner_message']),
  /** What to write to the account from another one; null when the program writes itself. */
  phrase: z.string().nullable(),
  sentence: z.string(),
  startedAt: timestamp,
  sentAt: timestamp.nullable(),
  receivedAt: timestamp.nullable(),
  /** From sending to the webhook. */
  durationMs: z.number().int().nullable(),
  expiresAt: timestamp,
});
export type RoundTrip = z.infer<typeof roundTrip>;

/** Reading from Instagram what webhooks did not bring: begun by the fix `recover_missed`, or by the program itself. */
export const missedEventsRecovery = z.object({
  instagramAccountId: uuid,
  /** `waiting`: begins, or goes on after Instagram let it wait; `none`: there was none so far. */
  state: z.enum(['none', 'waiting', 'running', 'done', 'failed', 'cancelled']),
  sentence: z.string(),
  reason: z.string().nullable(),
  since: timestamp.nullable(),
  /** Of the reading under way, or the last one. */
  eventsRead: z.number().int(),
  /** Those that were not known; counted when it ends. */
  eventsFound: z.number().int(),
  startedAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
});
export type MissedEventsRecovery = z.infer<typeof missedEventsRecovery>;

const tag = 'connection doctor';

export const doctorEndpoints = {
  getDoctorReport: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/doctor',
    access: 'viewer',
    tag,
    summary: 'The last report on the connection of an account; runs the checks when there is none',
    status: 200,
    params: idParams,
    response: doctorReport,
  }),
  runDoctor: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/doctor/run',
    access: 'editor',
    tag,
    summary: 'Checks the connection of an account now: token, permissions, webhooks, what was missed',
    status: 200,
    params: idParams,
    response: doctorReport,
  }),
  fixConnection: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/doctor/fix',
    access: 'admin',
    tag,
    summary: 'Does something about a finding and checks again; `reconnect` answers where to log in',
    status: 200,
    params: idParams,
    body: z.strictObject({ fixId: doctorFixId }),
    response: z.object({
      isFixed: z.boolean(),
      sentence: z.string(),
      authorizeUrl: z.url().nullable(),
      report: doctorReport,
    }),
  }),
  getRecovery: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/doctor/recovery',
    access: 'viewer',
    tag,
    summary: 'How reading missed events from Instagram goes',
    status: 200,
    params: idParams,
    response: missedEventsRecovery,
  }),
  cancelRecovery: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/doctor/recovery/cancel',
    access: 'admin',
    tag,
    summary: 'Ends reading missed events; what was read stays',
    status: 200,
    params: idParams,
    response: missedEventsRecovery,
  }),
  startRoundTrip: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/doctor/round-trip',
    access: 'editor',
    tag,
    summary: 'Begins a self-test: a message whose webhook has to arrive',
    status: 201,
    params: idParams,
    response: roundTrip,
  }),
  getRoundTrip: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/doctor/round-trip/{roundTripId}',
    access: 'viewer',
    tag,
    summary: 'How far a self-test is',
    status: 200,
    params: idParams.extend({ roundTripId: uuid }),
    response: roundTrip,
  }),
};
