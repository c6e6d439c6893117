import { startGraphStub, type GraphStub } from '../spec-support/start-graph-stub';
import { createGraphClient, type GraphClient } from './create-graph-client';
import { errorTable } from './error-table';
import { retryRuleOf, type RetryRule } from './retry-rule';

describe('the table of errors', () => {
  let stub: GraphStub;
  let client: GraphClient;

  beforeAll(async () => {
    stub = await startGraphStub();
    client = createGraphClient({ baseUrl: stub.url, version: 'v25.0', timeoutMs: 2_000 });
  });
  afterAll(async () => {
    await client.destroy();
    await stub.close();
  });

  const send = async (code: number, subcode: number | null, status = 400) => {
    const error = {
      message: 'A text that changes.',
      type: 'OAuthException',
      code,
      ...(subcode !== null && { error_subcode: subcode }),
      fbtrace_id: 'TRACE',
    };
    stub.answer({ status, body: { error } });
    const sent = await client.sendMessage({
      accountInstagramId: '1',
      token: 'T0KEN',
      recipientId: '5',
      message: { text: 'x' },
    });
    if (sent.ok) throw new Error('was sent');
    return sent;
  };

  it('names each pair of numbers once', () => {
    const keys = errorTable.map(({ code, subcode }) => `${code}/${subcode}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(errorTable)('is kept over HTTP: $code/$subcode', async ({ code, subcode, meaning }) => {
    // A subcode that means the same everywhere is tried under codes that mean something else.
    for (const under of code === null ? [1, 10, 100, 200] : [code]) {
      for (const status of [400, 403, 500]) {
        const failure = await send(under, subcode, status);
        expect(failure).toMatchObject({
          outcome: meaning.outcome,
          code: meaning.code,
          sentence: meaning.sentence,
          scope: meaning.scope ?? 'account',
          graphCode: under,
          graphSubcode: subcode,
          traceId: 'TRACE',
          httpStatus: status,
        });
        expect(JSON.stringify(failure)).not.toContain('T0KEN');
      }
    }
  });

  const advice =
    /\b(Connect|Wait|Report|Correct|Change|Use|Make|Look|Answer|Ask|Choose|Send|Switch|Repair|Link|Write|Start|Nothing|allow|Allow|Split|disconnect)\b/;
  it.each(errorTable)('tells the owner what to do: $code/$subcode', ({ meaning }) => {
    expect(meaning.sentence).toMatch(/^[A-Z].{10,}\.$/);
    expect(meaning.sentence).toMatch(advice);
    expect(meaning.code).toMatch(/^[a-z_]+$/);
  });

  it.each<[number, number | null, RetryRule]>([
    [1, null, 'few_times'],
    [1, 1357046, 'reconcile'],
    [4, null, 'when_allowed'],
    [10, 2534022, 'never'],
    [10, 1893063, 'after_pause'],
    [100, 2018008, 'once'],
    [100, 2018047, 'never'],
    [190, 463, 'after_reconnect'],
    [613, 2534040, 'when_allowed'],
    [2018300, null, 'few_times'],
  ])('gives %s/%s the rule %s', async (code, subcode, rule) => {
    expect(retryRuleOf(await send(code, subcode))).toBe(rule);
  });

  it.each([
    [205, 'permission_missing'],
    [299, 'permission_missing'],
    [80_000, 'rate_limited'],
    [80_099, 'rate_limited'],
  ])('covers the range of %s', async (code, expected) => {
    expect((await send(code, null)).code).toBe(expected);
    expect((await send(code, 999_999)).code).toBe(expected);
  });
});
