/** Why a call of another program gave no answer that could be used, as traces name it. */
export const callCauses = [
  'http_status',
  'timeout',
  'network',
  'address_blocked',
  'too_large',
  'too_many_redirects',
  'not_json',
  'invalid_url',
  'invalid_request',
  'invalid_body',
  'request_too_large',
  'interrupted',
  'not_supported',
] as const;
export type CallCause = (typeof callCauses)[number];

export type ReadCause = { kind: 'status'; status: string } | { kind: 'cause'; cause: CallCause };

/** A code of a trace read as the cause of a failed call; null when it is none. */
export function readCallCause(code: string): ReadCause | null {
  const status = /^http_(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) return { kind: 'status', status };
  const cause = callCauses.find((known) => known === code);
  return cause === undefined ? null : { kind: 'cause', cause };
}
