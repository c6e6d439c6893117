import { useEffectTools } from '../spec-support/use-effect-tools';

describe('effects that fail', () => {
  const { harness, stub, ask, carryOut, effects, texts } = useEffectTools();

  it('are tried again after a pause with the same key, as often as the node says', async () => {
    const answers = [503, 429, 200];
    stub().answerWith((_request, response) =>
      response.writeHead(answers.shift() ?? 500).end('{"person":{"name":"A"}}'),
    );
    const account = await ask('/', { retries: 2 });
    await carryOut();
    expect(await effects(account)).toMatchObject([{ status: 'requested', attempts: 1, failures: 1 }]);
    await carryOut();
    expect(stub().requests).toHaveLength(1);
    harness().clock.advance(1_000);
    await carryOut();
    harness().clock.advance(4_000);
    await carryOut();
    await harness().runAll();
    expect(stub().requests).toHaveLength(3);
    expect(new Set(stub().requests.map(({ key }) => key)).size).toBe(1);
    expect(await texts(account)).toEqual(['well A']);

    stub().answerWith((_request, response) => response.writeHead(503).end());
    const unlucky = await ask('/', { retries: 1 });
    await carryOut();
    harness().clock.advance(1_000);
    await carryOut();
    await harness().runAll();
    expect(await effects(unlucky)).toMatchObject([{ status: 'failed', reason: 'http_503', attempts: 2 }]);
    expect(await texts(unlucky)).toEqual(['badly']);
  });

  it('leave the other side alone for as long as it asks, at most a quarter of an hour', async () => {
    const waits = ['30', '86400'];
    stub().answerWith((_request, response) => {
      const wait = waits.shift();
      if (wait === undefined) response.end('{}');
      else response.writeHead(429, { 'retry-after': wait }).end();
    });
    await ask('/', { retries: 2 });
    await carryOut();
    for (const [early, onTime] of [
      [29_999, 1],
      [899_999, 1],
    ] as const) {
      const before = stub().requests.length;
      harness().clock.advance(early);
      await carryOut();
      expect(stub().requests).toHaveLength(before);
      harness().clock.advance(onTime);
      await carryOut();
      expect(stub().requests).toHaveLength(before + 1);
    }
    await harness().runAll();
  });

  it('are not tried again when the other side refused for good', async () => {
    stub().answerWith((_request, response) => response.writeHead(400).end());
    const account = await ask('/', { retries: 3 });
    await carryOut();
    expect(await effects(account)).toMatchObject([{ status: 'failed', reason: 'http_400', attempts: 1 }]);
  });
});
