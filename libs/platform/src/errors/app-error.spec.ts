import { AppError, conflict, notFound, tooManyRequests, unavailable, unprocessable } from './app-error';
import { isAppError } from './is-app-error';

describe('AppError', () => {
  it('keeps the defaults where nothing else is said', () => {
    expect(notFound({ message: undefined })).toMatchObject({
      code: 'not_found',
      status: 404,
      message: 'Not found.',
    });
    expect(conflict({ code: 'stale_revision' })).toMatchObject({
      code: 'stale_revision',
      status: 409,
      kind: 'user',
    });
  });

  it('derives the status from the kind', () => {
    const make = (kind: 'user' | 'operational' | 'unexpected') =>
      new AppError({ code: 'x', message: 'x', kind }).status;
    expect([make('user'), make('operational'), make('unexpected')]).toEqual([400, 503, 500]);
  });

  it('carries details, cause and the time to wait', () => {
    const cause = new Error('connection refused');
    expect(unprocessable('invalid_flow', 'No start.', [{ nodeId: 'a' }])).toMatchObject({
      details: [{ nodeId: 'a' }],
    });
    expect(unavailable({ cause, retryAfterMs: 500 })).toMatchObject({
      cause,
      retryAfterMs: 500,
      kind: 'operational',
    });
    expect(tooManyRequests(2_000)).toMatchObject({ status: 429, retryAfterMs: 2_000 });
  });
});

describe('isAppError', () => {
  it('recognizes code and kind', () => {
    expect(isAppError(notFound())).toBe(true);
    expect(isAppError(notFound(), { code: 'not_found', kind: 'user' })).toBe(true);
    expect(isAppError(notFound(), { code: 'conflict' })).toBe(false);
    expect(isAppError(notFound(), { kind: 'unexpected' })).toBe(false);
    expect(isAppError(new Error('x'))).toBe(false);
  });
});
