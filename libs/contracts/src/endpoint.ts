import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: nobody known, any signed-in user, or a member of the workspace with at least this role. */
export type EndpointAccess = 'public' | 'user' | 'viewer' | 'agent' | 'editor' | 'admin' | 'owner';

/**
 * One call of the HTTP API. The server routes by it, the web app calls by it and the OpenAPI document is
 * generated from it, so the three cannot disagree. `path` is below `/api/v1` and names parameters as `{id}`.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: HttpMethod;
  path: `/${string}`;
  access: EndpointAccess;
  tag: string;
  summary: string;
  status: 200 | 201 | 204;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is a file of one of these content types instead of JSON. */
  fileTypes?: readonly string[];
  response: Response;
};

/** Declares an endpoint and keeps the exact types of its schemas. */
export const defineEndpoint = <
  Response extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  endpoint: Endpoint<Params, Query, Body, Response>,
): Endpoint<Params, Query, Body, Response> => endpoint;

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type QueryInputOf<E> =
  E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyInputOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
