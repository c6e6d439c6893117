import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiPrefix, errorBody, type Endpoint, type ResponseOf } from '@instaflow/contracts';

type Request = {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
};
export type TestAnswer<E> = {
  status: number;
  /** Parsed by the contract when the call succeeded, by the shape of errors otherwise. */
  body: ResponseOf<E>;
  error: { code: string; message: string; details?: unknown };
  headers: Record<string, unknown>;
};

const noError = { code: '', message: '' };

/** Calls the API as a client would and holds every answer against its contract. */
export class TestClient {
  constructor(private readonly app: NestFastifyApplication) {}

  async call<E extends Endpoint>(endpoint: E, request: Request = {}): Promise<TestAnswer<E>> {
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_match, name: string) =>
      String(request.params?.[name]),
    );
    const query = new URLSearchParams(
      Object.fromEntries(Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)])),
    ).toString();
    const response = await this.app.inject({
      method: endpoint.method,
      url: `${apiPrefix}${path}${query === '' ? '' : `?${query}`}`,
      headers: {
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
    });
    const json: unknown = response.body === '' ? null : JSON.parse(response.body);
    const isDone = response.statusCode < 300;
    if (isDone && response.statusCode !== endpoint.status) {
      throw new Error(`${endpoint.method} ${path} answered ${response.statusCode}, not ${endpoint.status}`);
    }
    return {
      status: response.statusCode,
      body: (isDone ? endpoint.response.parse(json) : null) as ResponseOf<E>,
      error: isDone ? noError : errorBody.parse(json),
      headers: response.headers,
    };
  }

  /** The call must succeed; answers its body. */
  async ok<E extends Endpoint>(endpoint: E, request: Request = {}): Promise<ResponseOf<E>> {
    const answer = await this.call(endpoint, request);
    if (answer.status !== endpoint.status) {
      throw new Error(
        `${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.error)}`,
      );
    }
    return answer.body;
  }
}
