import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, WorkspaceRole } from '@instaflow/contracts';
import { AppError } from '@instaflow/platform';

/** The signed-in user of a request. */
export type Caller = {
  userId: string;
  email: string;
  sessionId: string;
  platformRole: 'admin' | 'user' | 'agent';
  /** Role by workspace, in order of joining. */
  memberships: ReadonlyMap<string, WorkspaceRole>;
};

/** The workspace of the object a request is about, and the caller's role there. */
export type Scope = { workspaceId: string; accountId: string | null; role: WorkspaceRole };

/** One validated and authorised request. */
export class Call<E = Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly #caller: Caller | null;
  readonly #scope: Scope | null;

  constructor(parts: {
    input: { params: ParamsOf<E>; query: QueryOf<E>; body: BodyOf<E> };
    request: FastifyRequest;
    reply: FastifyReply;
    caller: Caller | null;
    scope: Scope | null;
  }) {
    this.params = parts.input.params;
    this.query = parts.input.query;
    this.body = parts.input.body;
    this.request = parts.request;
    this.reply = parts.reply;
    this.#caller = parts.caller;
    this.#scope = parts.scope;
  }

  /** Whether nobody is known to call. */
  get isPublic(): boolean {
    return this.#caller === null;
  }

  /** Who calls. Public endpoints have nobody: asking there is a programming error. */
  get caller(): Caller {
    if (this.#caller === null) throw missing('caller');
    return this.#caller;
  }

  /** Whose object the address names. Only endpoints with a workspace role have one. */
  get scope(): Scope {
    if (this.#scope === null) throw missing('scope');
    return this.#scope;
  }

  /** The account of the scope; a programming error where the scope is a whole workspace. */
  get accountId(): string {
    const { accountId } = this.scope;
    if (accountId === null) throw missing('account');
    return accountId;
  }
}

function missing(what: string): AppError {
  return new AppError({
    code: 'internal_error',
    kind: 'unexpected',
    message: `This endpoint has no ${what}.`,
  });
}
