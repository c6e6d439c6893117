import { classifyForeignAnswer, classifyGraphError, classifyNetworkFailure } from './classify-answer';
import { noUsage, readUsage } from './graph-usage';

const classify = (error: Record<string, number | boolean>, httpStatus = 400) =>
  classifyGraphError(error, { httpStatus, usage: noUsage });

describe('classifyGraphError', () => {
  it.each([
    [{ code: 10, error_subcode: 2534022 }, 403, 'outside_window', 'outside_messaging_window'],
    [{ code: 190, error_subcode: 463 }, 401, 'token', 'access_token_invalid'],
    [{ code: 190, error_subcode: 999 }, 400, 'token', 'access_token_invalid'],
    [{ code: 10 }, 403, 'token', 'permission_missing'],
    [{ code: 200, error_subcode: 2534041 }, 403, 'token', 'message_access_off'],
    [{ code: 210 }, 403, 'token', 'permission_missing'],
    [{ code: 551, error_subcode: 1545041 }, 400, 'person_unavailable', 'person_unavailable'],
    [{ code: 100, error_subcode: 2534014 }, 400, 'person_unavailable', 'person_not_found'],
    [{ code: 100, error_subcode: 2534025 }, 400, 'comment', 'comment_not_answerable'],
    [{ code: 10, error_subcode: 2534025 }, 400, 'comment', 'comment_not_answerable'],
    [{ code: 100, error_subcode: 2534029 }, 400, 'account_blocked', 'account_restricted'],
    [{ code: 368 }, 400, 'account_blocked', 'account_restricted'],
    [{ code: 10, error_subcode: 2018300 }, 400, 'thread_owner', 'thread_owned_elsewhere'],
    [{ code: 100 }, 400, 'config', 'request_refused'],
    [{ code: 230 }, 400, 'consent', 'consent_missing'],
    [{ code: 1 }, 500, 'transient', 'instagram_unavailable'],
    [{ code: 1, error_subcode: 1357046 }, 500, 'ambiguous', 'answer_lost'],
    [{ code: 2, error_subcode: 1545133 }, 500, 'content', 'media_needs_follower'],
    [{ code: 12345 }, 400, 'config', 'refused'],
    [{ code: 12345 }, 503, 'transient', 'instagram_unavailable'],
    [{ code: 12345 }, 429, 'throttled', 'rate_limited'],
    [{ code: 12345, is_transient: true }, 400, 'transient', 'instagram_unavailable'],
    [{ code: 190, is_transient: true }, 400, 'token', 'access_token_invalid'],
  ])('takes %j (HTTP %i) as %s', (error, status, outcome, code) => {
    expect(classify(error, status)).toMatchObject({ ok: false, outcome, code, httpStatus: status });
  });

  it.each([
    [4, undefined, 'app'],
    [17, undefined, 'account'],
    [32, undefined, 'account'],
    [613, 1996, 'account'],
    [613, 2534040, 'account'],
    [613, 2018338, 'person'],
    [80002, undefined, 'account'],
    [80099, undefined, 'account'],
    [341, undefined, 'app'],
  ])('takes %i/%s as a throttle of the %s', (code, subcode, scope) => {
    const error = { code, ...(subcode !== undefined && { error_subcode: subcode }) };
    expect(classify(error)).toMatchObject({ outcome: 'throttled', scope, retryAfterMs: null });
  });

  it('lets a media file that could not be loaded be tried once more', () => {
    expect(classify({ code: 100, error_subcode: 2018008 })).toMatchObject({ outcome: 'content', retries: 1 });
    expect(classify({ code: 100, error_subcode: 2018047 })).toMatchObject({ outcome: 'content', retries: 0 });
  });
});

describe('what is no Graph answer', () => {
  const circumstances = (httpStatus: number) => ({ httpStatus, usage: noUsage });
  it.each([
    [true, 502, 'ambiguous'],
    [true, 200, 'ambiguous'],
    [true, 404, 'transient'],
    [true, 429, 'throttled'],
    [false, 502, 'transient'],
    [false, 200, 'transient'],
  ])('for a write=%s with HTTP %i is %s', (isWrite, status, outcome) => {
    expect(classifyForeignAnswer(isWrite, circumstances(status)).outcome).toBe(outcome);
  });

  it.each([
    [true, true, 'ambiguous'],
    [true, false, 'not_sent'],
    [false, true, 'transient'],
    [false, false, 'not_sent'],
  ])('for a broken connection (write=%s, written=%s) is %s', (isWrite, wasWritten, outcome) => {
    expect(classifyNetworkFailure({ isWrite, wasWritten }).outcome).toBe(outcome);
  });
});

describe('readUsage', () => {
  it('takes the highest percentage and the longest wait of all headers', () => {
    const headers = {
      'x-app-usage': '{"call_count":28,"total_time":81,"total_cputime":25}',
      'x-business-use-case-usage':
        '{"17841":[{"type":"instagram","call_count":5,"total_cputime":90,"total_time":1,"estimated_time_to_regain_access":3}]}',
    };
    expect(readUsage(headers)).toEqual({ percent: 90, regainAccessMs: 180_000 });
  });

  it('takes unreadable headers as no hint', () => {
    expect(readUsage({ 'x-app-usage': '{nonsense', 'x-business-use-case-usage': '[1,null]' })).toEqual(
      noUsage,
    );
  });
});
