import { endpoints, type Message } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import {
  errorTable,
  findMeaning,
  retryRuleOf,
  type ErrorMeaning,
  type RetryRule,
} from '@instaflow/instagram';
import { waitFor } from '@instaflow/testing';
import { SimulatedShop } from '../spec-support/simulated-shop';

type Known = { name: string; code: number; subcode?: number };
type Row = { code: number; subcode: number | null; meaning: ErrorMeaning };
type Standing = {
  status: string;
  attempts: number;
  waitsMs: number;
  blockedMs: number | null;
};

/** A subcode that means the same under every code is tried under one that means something else. */
const rows: Row[] = errorTable.map((row) => ({ ...row, code: row.code ?? 100 }));
const isAboutApp = ({ meaning }: Row) => meaning.scope === 'app';
const keyOf = ({ code, subcode }: Row) => `${code}/${subcode}`;
const minuteMs = 60_000;

/** Of one message that Instagram refused once: its account, and how it stands. */
class Refusal {
  private constructor(
    readonly scene: SimulatedShop,
    readonly igsid: string,
    readonly conversationId: string,
    readonly messageId: string,
  ) {}

  static async cause(
    scene: SimulatedShop,
    { code, subcode }: Row,
    known: readonly Known[],
  ): Promise<Refusal> {
    const igsid = await scene.createPerson();
    const { conversationId } = await scene.receive(igsid);
    const named = known.find((error) => error.code === code && (error.subcode ?? null) === subcode);
    const error = named
      ? { error: named.name }
      : { code, ...(subcode !== null && { subcode }), httpStatus: 400 };
    const match = { path: '/messages', accountId: scene.account.instagramUserId };
    await scene.simulator.control('POST', '/faults', { kind: 'error', times: 1, match, ...error });
    const { body } = await scene.test.api.call(endpoints.sendMessage, {
      ...scene.at(conversationId),
      body: { text: 'Here you are' },
    });
    return new Refusal(scene, igsid, conversationId, body.messageLogId);
  }

  async message(): Promise<Message | undefined> {
    const { messages } = await this.scene.test.api.ok(
      endpoints.listMessages,
      this.scene.at(this.conversationId),
    );
    return messages.find(({ messageLogId }) => messageLogId === this.messageId);
  }

  account() {
    return this.scene.test.api.ok(endpoints.getAccount, this.scene.at(this.scene.account.instagramAccountId));
  }

  async standing(): Promise<Standing | undefined> {
    const [row] = await this.scene.test.deps.engineSource.query<Standing[]>(
      `SELECT o.status, o.attempts::int, (extract(epoch FROM o.not_before - now()) * 1000)::float8 AS "waitsMs",
         (extract(epoch FROM p.blocked_until - now()) * 1000)::float8 AS "blockedMs"
       FROM outbound_message o JOIN account_pacing p ON p.instagram_account_id = o.instagram_account_id
       WHERE o.id = $1`,
      [this.messageId],
    );
    return row;
  }

  async calls(): Promise<string[]> {
    const all = await this.scene.callsTo(`/${this.scene.account.instagramUserId}/messages`);
    return all.map(({ result }) => result);
  }

  async isSentAgain(): Promise<void> {
    const isSent = async () =>
      ['sent', 'delivered', 'read'].includes((await this.message())?.deliveryStatus ?? '');
    await waitFor(isSent, { what: 'the message being sent', timeoutMs: 20_000 });
    expect(await this.calls()).toEqual(['rejected', 'accepted']);
  }

  async isRefused(sentence: string, deliveryStatus: Message['deliveryStatus']): Promise<void> {
    await waitFor(async () => (await this.message())?.error?.message === sentence, { what: `“${sentence}”` });
    expect(await this.message()).toMatchObject({ deliveryStatus, error: { message: sentence } });
    expect(await this.calls()).toEqual(['rejected']);
  }
}

type Check = (refusal: Refusal, meaning: ErrorMeaning) => Promise<void>;

const works: Check = async (refusal) => {
  expect(await refusal.account()).toMatchObject({ status: 'connected', statusReason: null });
};

const effects: Record<RetryRule, Check> = {
  never: async (refusal, meaning) => {
    await refusal.isRefused(meaning.sentence, 'failed');
    expect(await refusal.message()).toMatchObject({ error: { code: meaning.code } });
    await works(refusal, meaning);
  },
  once: async (refusal, meaning) => {
    await refusal.isSentAgain();
    await works(refusal, meaning);
  },
  few_times: async (refusal, meaning) => {
    if (meaning.outcome === 'transient') return effects.once(refusal, meaning);
    await refusal.isRefused(meaning.sentence, 'queued');
    const { waitsMs = 0, attempts } = (await refusal.standing()) ?? {};
    expect(attempts).toBe(1);
    expect(waitsMs / minuteMs).toBeGreaterThan(9);
    await works(refusal, meaning);
  },
  when_reachable: () => Promise.reject(new Error('Nobody refuses what did not reach them.')),
  when_allowed: async (refusal, meaning) => {
    if (meaning.scope !== 'person') {
      await refusal.isSentAgain();
      return works(refusal, meaning);
    }
    await refusal.isRefused(meaning.sentence, 'queued');
    const { waitsMs = 0, attempts, blockedMs } = (await refusal.standing()) ?? {};
    expect(attempts).toBe(0);
    expect(waitsMs / minuteMs).toBeGreaterThan(14);
    expect(blockedMs).toBeNull();
    await works(refusal, meaning);
  },
  after_pause: async (refusal, { sentence }) => {
    await refusal.isRefused(sentence, 'queued');
    const { blockedMs } = (await refusal.standing()) ?? {};
    expect((blockedMs ?? 0) / minuteMs).toBeGreaterThan(59);
    expect(await refusal.account()).toMatchObject({ status: 'connected', statusReason: sentence });
  },
  after_reconnect: async (refusal, { sentence }) => {
    await refusal.isRefused(sentence, 'queued');
    expect(await refusal.account()).toMatchObject({ status: 'error', statusReason: sentence });
    await refusal.scene.reconnect();
    refusal.scene.test.deps.wakeDelivery();
    await refusal.isSentAgain();
    expect(await refusal.account()).toMatchObject({ status: 'connected', statusReason: null });
  },
  reconcile: async (refusal, meaning) => {
    await refusal.isSentAgain();
    // Not before it was looked for where it would stand.
    const all = await refusal.scene.callsTo(`/${refusal.scene.account.instagramUserId}/`);
    const edges = all.map(({ path }) => path.split('/').at(-1));
    expect(edges.indexOf('conversations')).toBeGreaterThan(edges.indexOf('messages'));
    expect(edges.indexOf('conversations')).toBeLessThan(edges.lastIndexOf('messages'));
    await works(refusal, meaning);
  },
};

describe('a message that Instagram refuses', () => {
  let scene: SimulatedShop;
  let known: Known[];
  const refusals = new Map<string, Refusal>();

  beforeAll(async () => {
    scene = await SimulatedShop.open();
    known = ((await scene.simulator.control('GET', '/errors')) as { errors: Known[] }).errors;
    const waiting = rows.filter((row) => !isAboutApp(row));
    const work = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        refusals.set(keyOf(row), await Refusal.cause(await scene.another(), row, known));
      }
    };
    await Promise.all(Array.from({ length: 12 }, work));
  }, 120_000);
  afterAll(() => scene.close());

  it('is refused for no reason that is not known', () => {
    const unknown = known.filter(({ code, subcode }) => findMeaning(code, subcode ?? null) === null);
    expect(unknown).toEqual([]);
  });

  it.each(rows.filter((row) => !isAboutApp(row)).map((row) => [keyOf(row), row.meaning.code, row] as const))(
    'has the effect of its reason, and the owner reads a sentence: %s %s',
    async (key, _code, { meaning }) => {
      const refusal = refusals.get(key);
      if (refusal === undefined) throw new Error('was not caused');
      await effects[retryRuleOf({ outcome: meaning.outcome, retries: meaning.retries ?? 0 })](
        refusal,
        meaning,
      );
    },
  );

  it.each(rows.filter(isAboutApp).map((row) => [keyOf(row), row] as const))(
    'slows every account when it is about the whole app, and is sent then: %s',
    async (_key, row) => {
      const other = await scene.another();
      await scene.test.deps.engineSource.query(
        'UPDATE account_pacing SET blocked_until = NULL, throttle_count = 0',
      );
      const refusal = await Refusal.cause(await scene.another(), row, known);
      await refusal.isSentAgain();
      const [pacing] = await scene.test.deps.engineSource.query<{ reason: string }[]>(
        'SELECT block_reason AS reason FROM account_pacing WHERE instagram_account_id = $1',
        [other.account.instagramAccountId],
      );
      expect(pacing?.reason).toBe(row.meaning.code);
    },
  );

  it('keeps quiet about the profile of somebody who only commented, and tells why a private reply failed', async () => {
    const { test, account } = scene;
    const at = scene.at(account.instagramAccountId);
    const { flowId } = await test.api.ok(endpoints.createFlow, {
      ...at,
      body: { name: 'Link', flowDefinition: flow(start(), message('The link')) },
    });
    await test.api.ok(endpoints.publishFlow, scene.at(flowId));
    await test.api.ok(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'comment_keyword', keyword: 'link', publicReplies: ['Look into your messages'] },
    });
    const igsid = await scene.createPerson();
    const match = { path: '/messages', accountId: account.instagramUserId };
    await scene.simulator.control('POST', '/faults', {
      kind: 'error',
      error: 'comment_refused',
      times: 1,
      match,
    });
    const post = (await scene.control('POST', '/posts')) as { id: string };
    const comment = (await scene.control('POST', '/comments', { mediaId: post.id, igsid, text: 'link' })) as {
      id: string;
    };
    const failed = () =>
      test.deps.engineSource.query<{ error: string }[]>(
        `SELECT error_message AS error FROM message_log m JOIN contact c ON c.id = m.contact_id
         WHERE c.instagram_user_id = $1 AND m.delivery_status = 'failed'`,
        [igsid],
      );
    const meaning = findMeaning(100, 2534025);
    await waitFor(async () => (await failed()).length === 1, { what: 'the failed private reply' });
    expect(await failed()).toEqual([{ error: meaning?.sentence }]);
    await waitFor(async () => (await scene.callsTo(`/${comment.id}/replies`)).length === 1, {
      what: 'the public reply',
    });
    const profiles = (await scene.callsTo(`/${igsid}`)).filter(({ method }) => method === 'GET');
    expect(profiles.map(({ result, status }) => [result, status])).toEqual(
      profiles.map(() => ['rejected', 403]),
    );
    expect(await test.api.ok(endpoints.getAccount, at)).toMatchObject({
      status: 'connected',
      statusReason: null,
    });
  });
});
