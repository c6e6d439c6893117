import type { Dispatcher } from 'undici';
import type { ResponseHeaders } from './graph-usage';

export type Exchange =
  | { ok: true; status: number; headers: ResponseHeaders; body: string }
  /** `wasWritten`: a byte of the request may have left this machine. */
  | { ok: false; wasWritten: boolean };

const maxAnswerBytes = 4 * 1024 * 1024;

export type HttpRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

/**
 * One request on undici's lowest level, because only there one learns whether it was ever written to a socket.
 * Never rejects. The body of the answer is read as UTF-8, at most 4 MiB.
 */
export const exchange = (dispatcher: Dispatcher, request: HttpRequest): Promise<Exchange> =>
  new Promise((resolve) => {
    let wasWritten = false;
    let status = 0;
    let headers: ResponseHeaders = {};
    let size = 0;
    const chunks: Buffer[] = [];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => {
        wasWritten = true;
      },
      onResponseStart: (_controller, statusCode, responseHeaders) => {
        status = statusCode;
        headers = responseHeaders;
      },
      onResponseData: (controller, chunk) => {
        size += chunk.length;
        if (size > maxAnswerBytes) controller.abort(new Error('The answer is too large.'));
        else chunks.push(chunk);
      },
      onResponseEnd: () =>
        resolve({ ok: true, status, headers, body: Buffer.concat(chunks).toString('utf8') }),
      onResponseError: () => resolve({ ok: false, wasWritten }),
    };
    try {
      dispatcher.dispatch(request, handler);
    } catch {
      // A closed dispatcher throws instead of calling the handler; nothing was written then.
      resolve({ ok: false, wasWritten });
    }
  });
