import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { errorCodes, type Endpoint, type FieldIssue } from '@instaflow/contracts';
import { badRequest, type AppError } from '@instaflow/platform';
import { findJsonFault } from './find-json-fault';

/** Parameters, query and body as the endpoint's schemas read them. Throws 400 with every field that is wrong. */
export function parseRequest(
  endpoint: Endpoint,
  request: FastifyRequest,
): { params: unknown; query: unknown; body: unknown } {
  if (findJsonFault([request.params, request.query]) !== null) {
    throw malformed([{ path: '', message: 'the address contains characters that cannot be stored' }]);
  }
  const issues: FieldIssue[] = [];
  const parsed = {
    params: read(endpoint.params, request.params, issues),
    query: read(endpoint.query ?? undefined, request.query, issues),
    body: read(endpoint.body, request.body ?? undefined, issues),
  };
  if (issues.length > 0) throw malformed(issues);
  return parsed;
}

function read(schema: z.ZodType | undefined, value: unknown, issues: FieldIssue[]): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  issues.push(
    ...result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  );
  return undefined;
}

function malformed(details: FieldIssue[]): AppError {
  const [first] = details;
  const where = first === undefined || first.path === '' ? '' : `"${first.path}": `;
  return badRequest({
    code: errorCodes.malformedRequest,
    message: `The request is not understood. ${where}${first?.message ?? ''}`.trim(),
    details,
  });
}
