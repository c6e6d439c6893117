import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { errorCodes } from '@instaflow/contracts';
import { idempotencyRepository, type StoredAnswer } from '@instaflow/db';
import { badRequest, conflict } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';

type KeyedRequest = { userId: string; key: string; requestHash: Buffer };
const patienceMs = 5_000;
const pollMs = 100;

/**
 * `Idempotency-Key` on a POST of a signed-in user: the same request again gets the same answer without happening
 * again, also while the first one still runs; another request under the same key is refused with 409.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const keyed = keyedRequestOf(request);
    if (keyed === null) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return defer(() => this.#runOnce(keyed, reply, next));
  }

  async #runOnce(keyed: KeyedRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const tx = this.deps.engineSource.manager;
    if (!(await idempotencyRepository.claim(tx, keyed))) return this.#awaitAnswer(keyed, reply);
    try {
      const response: unknown = await lastValueFrom(next.handle());
      await idempotencyRepository.complete(tx, { ...keyed, status: reply.statusCode, response });
      return response;
    } catch (error) {
      await idempotencyRepository.release(tx, keyed);
      throw error;
    }
  }

  async #awaitAnswer(keyed: KeyedRequest, reply: FastifyReply): Promise<unknown> {
    for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += pollMs) {
      const stored = await idempotencyRepository.find(this.deps.engineSource.manager, keyed);
      if (stored === null) break;
      if (!stored.isSameRequest) throw reused();
      if (stored.status !== null) return replay(stored, stored.status, reply);
      await pause(pollMs);
    }
    throw conflict({ message: 'The first request with this Idempotency-Key is still running. Try again.' });
  }
}

function replay(stored: StoredAnswer, status: number, reply: FastifyReply): unknown {
  void reply.code(status).header('idempotency-replayed', 'true');
  return stored.response;
}

function keyedRequestOf(request: FastifyRequest): KeyedRequest | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined || request.headers.authorization === undefined)
    return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw badRequest({
      code: errorCodes.malformedRequest,
      message: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
    });
  }
  const { call } = request;
  if (call === undefined || call.isPublic) return null;
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { userId: call.caller.userId, key, requestHash };
}

function reused() {
  return conflict({
    code: errorCodes.idempotencyKeyReused,
    message: 'This Idempotency-Key was used for another request. Use a new one.',
  });
}
