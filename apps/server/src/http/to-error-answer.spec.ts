import { errorCodes } from '@instaflow/contracts';
import {
  AppError,
  badRequest,
  conflict,
  forbidden,
  notFound,
  tooManyRequests,
  unauthorized,
  unavailable,
} from '@instaflow/platform';
import { toErrorAnswer } from './to-error-answer';

const answer = (error: unknown) => toErrorAnswer(error, 'request-1');
const sqlError = (code: string) => Object.assign(new Error('SQL with secrets'), { code });

describe('toErrorAnswer', () => {
  it('says what users can do something about as it was meant', () => {
    expect(answer(notFound())).toMatchObject({ status: 404, body: { code: 'not_found' }, level: 'debug' });
  });

  it('knows by their codes in the contract what it says without one', () => {
    const known = new Set<string>(Object.values(errorCodes));
    const errors = [badRequest(), unauthorized(), forbidden(), notFound(), conflict(), tooManyRequests(1)];
    const codes = [...errors, unavailable()].map((error) => answer(error).body.code);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('rounds Retry-After up to whole seconds', () => {
    expect(answer(tooManyRequests(1_200)).retryAfterSeconds).toBe(2);
    expect(answer(unavailable()).retryAfterSeconds).toBe(2);
  });

  it.each(['08006', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
    'takes %s of the database for an outage',
    (code) => {
      expect(answer(sqlError(code))).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
    },
  );

  it('takes data PostgreSQL refuses for a malformed request, violated keys for a conflict', () => {
    expect(answer(sqlError('22003')).status).toBe(400);
    expect(answer(sqlError('23505')).status).toBe(409);
  });

  it.each([
    new Error('connect to secret host'),
    new TypeError('x is undefined'),
    'text',
    null,
    new AppError({ code: 'broken', kind: 'unexpected', message: 'secret' }),
  ])('tells nothing of %p but a request id', (error) => {
    const { status, body, level } = answer(error);
    expect([status, body.code, level]).toEqual([500, 'internal_error', 'error']);
    expect(JSON.stringify(body)).not.toMatch(/secret|undefined/);
    expect(body.details).toEqual({ requestId: 'request-1' });
  });
});
