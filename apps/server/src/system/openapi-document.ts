import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { z } from 'zod';
import { apiPrefix, endpoints, errorBody, type Endpoint } from '@instaflow/contracts';
import { flowOperationSchema } from '@instaflow/flow-model';

const errorAnswer = {
  description: 'Error: decide by `code`, show `message`',
  content: { 'application/json': { schema: errorBody.meta({ id: 'Error' }) } },
};

/** The OpenAPI document of the whole API, made from the schemas that validate requests. */
export function createOpenApiDocument(version: string): object {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = `${apiPrefix}${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: toOperation(name, endpoint) };
  }
  const document = {
    openapi: '3.1.0' as const,
    info: {
      title: 'InstaFlow',
      version,
      description: 'Instagram automation you host yourself. Every POST accepts an `Idempotency-Key`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    components: {
      securitySchemes: { accessToken: { type: 'http' as const, scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths,
  };
  return createDocument(document, { override });
}

/** Edits of a flow would repeat every kind of step four times: three quarters of the whole document. */
const override: CreateDocumentOptions['override'] = ({ zodSchema, jsonSchema }) => {
  if (!Object.is(zodSchema, flowOperationSchema)) return;
  for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
  Object.assign(jsonSchema, {
    type: 'object',
    description: 'One edit of a flow document, such as `{"op": "remove_node", "nodeId": "…"}`.',
    properties: { op: { enum: flowOperationSchema.options.map(({ shape }) => shape.op.value) } },
    required: ['op'],
  });
};

function toOperation(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, status } = endpoint;
  const isPublic = endpoint.access === 'public';
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    security: isPublic ? [] : [{ accessToken: [] }],
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
    ...(body === undefined ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
    ...(endpoint.fileTypes === undefined ? {} : { requestBody: { content: filesOf(endpoint.fileTypes) } }),
    responses: {
      [status]:
        status === 204
          ? { description: 'Done' }
          : { description: 'Success', content: { 'application/json': { schema: endpoint.response } } },
      default: errorAnswer,
    },
  };
}

function filesOf(types: readonly string[]) {
  const schema = { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}
