import type { Dispatcher } from 'undici';
import { cleanJson } from '../json/clean-json';
import { parseJson } from '../json/parse-json';
import { isJsonObject, type JsonObject } from '../json/json-value';
import { readObject } from '../json/read-fields';
import { classifyForeignAnswer, classifyGraphError, classifyNetworkFailure } from './classify-answer';
import { classifyLoginError, readLoginError } from './classify-login-error';
import type { GraphResult, ReadAnswer } from './graph-result';
import { readUsage } from './graph-usage';
import { exchange, type HttpRequest } from './http-exchange';

export type GraphCall<Data> = {
  method: HttpRequest['method'];
  /** Below the version, without a leading slash; segments already encoded. */
  path: string;
  query?: Record<string, string>;
  body?: JsonObject;
  /** In place of `body`, for hosts that take forms only. */
  form?: Record<string, string>;
  token: string | null;
  /** Without it a call that changes something counts as a write: a lost answer is then ambiguous. */
  isRepeatable?: boolean;
  read: ReadAnswer<Data>;
};

/** Makes one Graph call and sorts its answer. Never throws; the token appears in nothing it returns. */
export type GraphTransport = <Data>(call: GraphCall<Data>) => Promise<GraphResult<Data>>;

export const createTransport =
  ({ dispatcher, basePath }: { dispatcher: Dispatcher; basePath: string }): GraphTransport =>
  async (call) => {
    const isWrite = call.method !== 'GET' && call.isRepeatable !== true;
    const answer = await exchange(dispatcher, requestOf(call, basePath));
    if (!answer.ok) return classifyNetworkFailure({ isWrite, wasWritten: answer.wasWritten });
    const circumstances = { httpStatus: answer.status, usage: readUsage(answer.headers) };
    const json = readJson(answer.body);
    const error = readObject(json, 'error');
    if (error) return classifyGraphError(error, circumstances);
    const loginError = json && readLoginError(json);
    if (loginError) return classifyLoginError(loginError, circumstances);
    const data = json && answer.status >= 200 && answer.status < 300 ? call.read(json) : null;
    if (data === null) return classifyForeignAnswer(isWrite, circumstances);
    return { ok: true, usage: circumstances.usage, ...data };
  };

const requestOf = (
  { method, path, query, body, form, token }: GraphCall<unknown>,
  basePath: string,
): HttpRequest => {
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const json = body && { type: 'application/json', text: JSON.stringify(body) };
  const content = form
    ? { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() }
    : json;
  return {
    method,
    path: `${basePath}/${path}${search}`,
    headers: {
      accept: 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(content && { 'content-type': content.type }),
    },
    body: content?.text ?? null,
  };
};

/** An answer may come as a bare array around the object. */
const readJson = (body: string): JsonObject | null => {
  try {
    const json = cleanJson(parseJson(body));
    const first = Array.isArray(json) ? json[0] : json;
    return isJsonObject(first) ? first : null;
  } catch {
    // Not JSON: the caller sorts it by the status.
    return null;
  }
};
