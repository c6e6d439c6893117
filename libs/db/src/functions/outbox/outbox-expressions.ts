/** SQL expressions that several functions of the outbox share. */
export const milliseconds = (expression: string) => `floor(extract(epoch FROM ${expression}) * 1000)`;

/** An uncertain message that was given up no longer holds its lane. */
export const blocksLane = (row: string) =>
  `${row}.status IN ('queued', 'sending', 'uncertain') AND (${row}.status <> 'uncertain' OR ${row}.finished_at IS NULL)`;

/** The account of `w.id`; OFFSET keeps the planner from pairing every account with every other. */
export const connectedAccount = `
  LATERAL (SELECT c.id, c.settings, c.paused_at FROM instagram_account c
           WHERE c.id = w.id AND c.status = 'connected' AND c.access_token_sealed IS NOT NULL OFFSET 0)`;

export const privateRepliesPerSecond = '(750.0 / 3600.0)';
export const privateReplyBurst = '10.0';

export const rate = `greatest(coalesce((a.settings->>'messagesPerSecond')::double precision, 3), 0.01)`;
export const sinceRefill = `greatest(extract(epoch FROM v_now - p.refilled_at)::double precision, 0)`;

/** The bucket of `p` (account_pacing) and `a` (instagram_account) at `v_now`. */
export const bucket = `
  LATERAL (SELECT ${rate} AS rate) AS speed,
  LATERAL (SELECT
    least(greatest(speed.rate, 1) * 2, p.tokens + ${sinceRefill} * speed.rate) AS tokens,
    least(${privateReplyBurst}, p.private_reply_tokens + ${sinceRefill} * ${privateRepliesPerSecond}) AS private_tokens
  ) AS bucket`;
