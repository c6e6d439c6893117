import { takeOverConversation } from '@instaflow/db';
import { apiCall, flow, message, on, onNext, start } from '@instaflow/flow-model';
import { createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { v4 } from 'uuid';
import { createEffectRunner, type EffectRunnerOptions } from '../effects/create-effect-runner';
import { createHarness, type Harness } from './create-harness';
import type { SeededAccount } from './seed-account';
import { startHttpStub } from './start-http-stub';

type HttpStub = Awaited<ReturnType<typeof startHttpStub>>;
type CallOptions = NonNullable<Parameters<typeof apiCall>[1]>;
type EffectState = { key: string; status: string; reason: string | null; attempts: number; failures: number };

const saveResponse = [{ path: 'person.name', attribute: 'nickname' }];

/** What specs of effects do and read, on a database and with another side of the calls that are there for all tests. */
export const useEffectTools = () => {
  let opened: Harness;
  let listening: HttpStub;
  beforeAll(async () => {
    opened = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
    listening = await startHttpStub();
  });
  afterAll(async () => {
    await listening.close();
    await opened.close();
  });
  const harness = () => opened;
  const stub = () => listening;

  const newRunner = (options: Partial<EffectRunnerOptions> = {}) =>
    createEffectRunner({
      dataSource: harness().engine,
      jobs: harness().jobs,
      clock: harness().clock,
      logger: harness().logger,
      metrics: createMetrics(),
      http: stub().http,
      random: () => 0,
      ...options,
    });

  /** A contact whose flow has just asked for a call. */
  const ask = async (
    path: string,
    { catches = true, ...options }: CallOptions & { catches?: boolean } = {},
  ) => {
    const to = [onNext('well'), ...(catches ? [on('error', 'badly')] : [])];
    const url = path.startsWith('http') ? path : `${stub().url}${path}`;
    const definition = flow(
      start(),
      apiCall(url, { id: 'call', to, saveResponse, ...options }),
      message('well {{contact.nickname}}', { id: 'well', end: true }),
      message('badly', { id: 'badly', end: true }),
    );
    const account = await harness().seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 }, definition });
    await harness().receive(account, v4(), 'hi');
    await harness().runAll();
    return account;
  };
  const carryOut = async (options: Partial<EffectRunnerOptions> = {}): Promise<void> => {
    const runner = newRunner(options);
    await runner.run();
    await runner.idle();
    await runner.stop();
  };
  const effects = (account: SeededAccount) =>
    harness().query<EffectState>(
      `SELECT key, status, reason, attempts::int, failures::int FROM flow_effect WHERE instagram_account_id = $1`,
      [account.accountId],
    );
  const texts = async (account: SeededAccount): Promise<string[]> => {
    const rows = await harness().query<{ text: string }>(
      `SELECT payload->'message'->>'text' AS text FROM outbound_message WHERE instagram_account_id = $1 ORDER BY seq`,
      [account.accountId],
    );
    return rows.map(({ text }) => text);
  };
  const run = async (account: SeededAccount) => {
    const [row] = await harness().query<{
      status: string;
      waiting_for: string | null;
      end_reason: string | null;
    }>('SELECT status, waiting_for, end_reason FROM flow_run WHERE instagram_account_id = $1', [
      account.accountId,
    ]);
    return row;
  };
  /** The cause the trace gives for what became of the call. */
  const cause = async (account: SeededAccount) => {
    const [row] = await harness().query<{ cause: string | null }>(
      `SELECT t.steps->0->'detail'->>'cause' AS cause FROM contact_turn t
       WHERE t.instagram_account_id = $1 AND t.outcome = 'effect_result'`,
      [account.accountId],
    );
    return row?.cause;
  };
  const takeOver = (account: SeededAccount) =>
    harness().inEngine(async (tx) => {
      const [row]: { id: string }[] = await tx.query(
        'SELECT id FROM conversation WHERE instagram_account_id = $1',
        [account.accountId],
      );
      const { userId } = account;
      return takeOverConversation(tx, { conversationId: row?.id ?? '', userId, now: harness().clock.now() });
    });

  return { harness, stub, newRunner, ask, carryOut, effects, texts, run, cause, takeOver };
};
