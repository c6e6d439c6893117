import {
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Endpoint, ResponseOf } from '@instaflow/contracts';
import type { Call } from './call';

declare module 'fastify' {
  interface FastifyRequest {
    /** Put there by the access guard. */
    call?: Call;
  }
}

/** Metadata key under which a handler keeps its endpoint. */
export const endpointKey = 'instaflow:endpoint';

/**
 * Makes a method the handler of an endpoint of the contract: method, path, status, access and validation come from
 * there, and the compiler checks what the handler answers.
 */
export function Route<E extends Endpoint>(endpoint: E) {
  return <Handler extends (call: Call<E>) => Promise<ResponseOf<E>>>(
    target: object,
    name: string,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    applyDecorators(
      RequestMapping({ method: RequestMethod[endpoint.method], path: toNestPath(endpoint.path) }),
      HttpCode(endpoint.status),
      SetMetadata(endpointKey, endpoint),
    )(target, name, descriptor);
    CurrentCall()(target, name, 0);
  };
}

const CurrentCall = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().call,
);

function toNestPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
