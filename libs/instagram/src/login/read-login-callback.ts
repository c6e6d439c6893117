import { z } from 'zod';

export type LoginCallback =
  | { ok: true; code: string; state: string }
  /** `denied`: the owner did not consent; `failed`: Meta gave another reason; `malformed`: no answer of a login. */
  | { ok: false; reason: 'denied' | 'failed' | 'malformed'; state: string | null; detail: string | null };

const text = z.string().min(1).max(4_000);
const granted = z.object({ code: text, state: text });
const refused = z.object({
  error: text,
  error_reason: text.optional().catch(undefined),
  error_description: text.optional().catch(undefined),
  state: text.nullable().catch(null).default(null),
});

const suffix = /#_(=_)?$/;

/** Reads the query with which Meta sends the owner back. The code comes with a `#_`, with Facebook `#_=_`, that is no part of it. */
export const readLoginCallback = (query: unknown): LoginCallback => {
  const refusal = refused.safeParse(query);
  if (refusal.success) {
    const { error, error_reason: why, error_description: description, state } = refusal.data;
    const isDenied = error === 'access_denied' || why === 'user_denied';
    return { ok: false, reason: isDenied ? 'denied' : 'failed', state, detail: description ?? why ?? error };
  }
  const grant = granted.safeParse(query);
  if (!grant.success) return { ok: false, reason: 'malformed', state: null, detail: null };
  const { code, state } = grant.data;
  return { ok: true, code: code.replace(suffix, ''), state: state.replace(suffix, '') };
};
