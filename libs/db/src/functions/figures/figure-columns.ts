/** What is counted of each hour of an account: first what happened in it, then what began in it and is so now. */
export const columnsOfPeriod = [
  'received',
  'sent',
  'automated',
  'failed',
  'read',
  'new_contacts',
  'flow_starts',
  'flow_completions',
] as const;
export const figureColumns = [...columnsOfPeriod, 'open', 'pending'] as const;

export const sumsOf = (row: string): string =>
  figureColumns.map((column) => `sum(${row}.${column})`).join(', ');

/** Whether a message went out and was not refused. */
export const isSent = (row: string): string =>
  `(${row}.delivery_status IN ('sent', 'delivered', 'read'))::int`;

/** `received` to `read` of one message, times `sign`. */
export const countsOfMessage = (row: string, sign: 1 | -1): string => `
    ${sign} * (${row}.direction = 'inbound')::int,
    ${sign} * (${row}.direction = 'outbound')::int * ${isSent(row)},
    ${sign} * (${row}.direction = 'outbound' AND ${row}.is_automated)::int * ${isSent(row)},
    ${sign} * (${row}.direction = 'outbound' AND ${row}.delivery_status = 'failed')::int,
    ${sign} * (${row}.direction = 'outbound' AND ${row}.delivery_status = 'read')::int`;

/**
 * The condition under which a change of a row of that time leaves a difference. Three hours lie between now and what is
 * counted, two between now and this: the hour between them is what the clock of the machine may be set back by.
 */
export const isLate = (column: string): string => `${column} < clock_timestamp() - interval '2 hours'`;
