import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '@instaflow/contracts';
import { AppError } from '@instaflow/platform';
import { AccessTokens } from '../auth/access-tokens';
import { dependenciesToken, type Dependencies } from '../dependencies';
import { authenticate } from './authenticate';
import { Call } from './call';
import { CallerDirectory } from './caller-directory';
import { parseRequest } from './parse-request';
import { resolveScope } from './resolve-scope';
import { endpointKey } from './route';

/** Before every handler: who calls (401), what is asked (400), whose it is (404) and whether the role suffices (403). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(dependenciesToken) private readonly deps: Dependencies,
    @Inject(AccessTokens) readonly tokens: AccessTokens,
    @Inject(CallerDirectory) readonly directory: CallerDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(endpointKey, context.getHandler());
    if (endpoint === undefined) throw withoutContract(context.getHandler().name);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const caller =
      endpoint.access === 'public' ? null : await authenticate(request.headers.authorization, this);
    const input = parseRequest(endpoint, request);
    const scope =
      caller === null
        ? null
        : await resolveScope({
            endpoint,
            input,
            headers: request.headers,
            caller,
            source: this.deps.engineSource,
          });
    request.call = new Call({ input, request, reply, caller, scope });
    return true;
  }
}

function withoutContract(handler: string): AppError {
  return new AppError({
    code: 'internal_error',
    kind: 'unexpected',
    message: `The handler ${handler} belongs to no endpoint of the contract.`,
  });
}
