import { endpoints, triggerType } from '@instaflow/contracts';
import { flowTemplates } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { receiveText, signUp } from './spec-support/scenario';
import { useShop } from './spec-support/use-shop';

const shop = useShop();
const { at, auth } = shop;

beforeAll(async () => {
  await shop.api.ok(endpoints.updateAccountSettings, {
    ...at(shop.account.instagramAccountId),
    body: { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 20 },
  });
});
const definition = () => flowTemplates.find(({ id }) => id === 'welcome')?.create();
const newFlow = (name = 'Welcome') =>
  shop.api.ok(endpoints.createFlow, {
    ...at(shop.account.instagramAccountId),
    body: { name, description: 'Greets', flowDefinition: definition() },
  });

describe('flows', () => {
  it('are created as drafts, listed, read, changed and deleted', async () => {
    const flow = await newFlow();
    expect(flow).toMatchObject({ name: 'Welcome', status: 'draft', revision: 1, publishedVersion: null });
    const listed = await shop.api.ok(endpoints.listFlows, {
      ...at(shop.account.instagramAccountId),
      query: { search: 'welc', limit: 100 },
    });
    expect(listed.flows.map(({ flowId }) => flowId)).toContain(flow.flowId);
    expect((await shop.api.ok(endpoints.getFlow, at(flow.flowId))).flowDefinition).toEqual(
      flow.flowDefinition,
    );
    const renamed = await shop.api.ok(endpoints.updateFlow, { ...at(flow.flowId), body: { name: 'Hello' } });
    expect(renamed).toMatchObject({ name: 'Hello', revision: 2 });
    await shop.api.ok(endpoints.deleteFlow, at(flow.flowId));
    expect((await shop.api.call(endpoints.getFlow, at(flow.flowId))).status).toBe(404);
  });

  it('begin with a start when they are created empty', async () => {
    const flow = await shop.api.ok(endpoints.createFlow, {
      ...at(shop.account.instagramAccountId),
      body: { name: 'New' },
    });
    expect(flow.flowDefinition).toMatchObject({ nodes: [{ type: 'start' }] });
  });

  it('are published by status, keep immutable versions, and can be switched off', async () => {
    const flow = await newFlow();
    const live = await shop.api.ok(endpoints.updateFlow, { ...at(flow.flowId), body: { status: 'active' } });
    expect(live).toMatchObject({ status: 'active', publishedVersion: 1, hasUnpublishedChanges: false });
    const edited = await shop.api.ok(endpoints.updateFlow, {
      ...at(flow.flowId),
      body: {
        flowDefinition: {
          startNodeId: 's',
          nodes: [
            { id: 's', type: 'start', name: 'Start', connections: [{ targetNodeId: 'm', condition: null }] },
            { id: 'm', type: 'message', name: 'Message', content: { text: 'Hi' }, connections: [] },
          ],
        },
      },
    });
    expect(edited).toMatchObject({ status: 'active', publishedVersion: 1, hasUnpublishedChanges: true });
    const restored = await shop.api.ok(endpoints.restoreFlowVersion, {
      token: shop.user.token,
      params: { id: flow.flowId, version: 1 },
    });
    expect(restored.flowDefinition).toEqual(flow.flowDefinition);
    const { versions } = await shop.api.ok(endpoints.listFlowVersions, at(flow.flowId));
    expect(versions).toMatchObject([{ version: 1, isLive: true }]);
    const off = await shop.api.ok(endpoints.updateFlow, { ...at(flow.flowId), body: { status: 'inactive' } });
    expect(off).toMatchObject({ status: 'inactive', publishedVersion: 1 });
  });

  it('refuse a save on a stale revision with 409, and one of twenty parallel saves wins', async () => {
    const { flowId, revision } = await newFlow();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        shop.api.call(endpoints.updateFlow, { ...at(flowId), body: { name: `Name ${index}`, revision } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ error }) => error.code === 'stale_revision')).toHaveLength(19);
  });

  it('can be validated and duplicated', async () => {
    const flow = await newFlow();
    const answer = await shop.api.ok(endpoints.validateFlow, {
      ...auth(),
      body: { flowDefinition: flow.flowDefinition, instagramAccountId: shop.account.instagramAccountId },
    });
    expect(answer.valid).toBe(true);
    const broken = await shop.api.ok(endpoints.validateFlow, { ...auth(), body: { flowDefinition: [] } });
    expect([broken.valid, broken.problems.length > 0]).toEqual([false, true]);
    const copy = await shop.api.ok(endpoints.duplicateFlow, at(flow.flowId));
    expect(copy).toMatchObject({ name: 'Welcome (copy)', status: 'draft' });
  });

  it('can be played without side effects', async () => {
    const flow = await newFlow();
    const sent = shop.test.graph.requests.length;
    const simulated = await shop.api.ok(endpoints.simulateFlow, {
      ...at(flow.flowId),
      body: {
        contact: { firstName: 'Ann' },
        events: [
          { type: 'start' },
          { type: 'tap', payload: 'BROWSE_PRODUCTS' },
          { type: 'advance', ms: 3_600_000 },
          { type: 'text', text: 'ann@example.com' },
        ],
      },
    });
    expect(simulated.status).toBe('completed');
    expect(JSON.stringify(simulated.transcript)).toMatch(/Hello Ann!/);
    expect(simulated.contact).toMatchObject({ tags: ['browsed_products'] });
    expect(shop.test.graph.requests).toHaveLength(sent);
  });
});

describe('triggers', () => {
  it('are created, listed, changed, deleted, and say which would fire', async () => {
    const flow = await newFlow('Prices');
    await shop.api.ok(endpoints.publishFlow, at(flow.flowId));
    const trigger = await shop.api.ok(endpoints.createTrigger, {
      ...at(flow.flowId),
      body: { type: 'dm_keyword', keyword: 'catalogue, prices' },
    });
    expect(trigger).toMatchObject({ type: 'dm_keyword', status: 'active', flowName: 'Prices' });
    const resolved = await shop.api.ok(endpoints.resolveTriggers, {
      ...at(shop.account.instagramAccountId),
      body: { text: 'your prices?' },
    });
    expect(resolved).toMatchObject({ triggerId: trigger.triggerId, flowId: flow.flowId });
    const off = await shop.api.ok(endpoints.updateTrigger, {
      ...at(trigger.triggerId),
      body: { status: 'inactive' },
    });
    expect(off.status).toBe('inactive');
    const silent = await shop.api.ok(endpoints.resolveTriggers, {
      ...at(shop.account.instagramAccountId),
      body: { text: 'your prices?' },
    });
    expect(silent.triggerId).toBeNull();
    expect((await shop.api.ok(endpoints.listFlowTriggers, at(flow.flowId))).total).toBe(1);
    expect(
      (await shop.api.ok(endpoints.listAccountTriggers, at(shop.account.instagramAccountId))).total,
    ).toBe(1);
    await shop.api.ok(endpoints.deleteTrigger, at(trigger.triggerId));
    expect((await shop.api.ok(endpoints.listFlowTriggers, at(flow.flowId))).total).toBe(0);
  });

  it.each(triggerType.options.filter((type) => type !== 'dm_keyword'))(
    'of the kind %s need no keyword',
    async (type) => {
      const flow = await newFlow();
      const created = await shop.api.ok(endpoints.createTrigger, { ...at(flow.flowId), body: { type } });
      expect(created).toMatchObject({ type, status: 'active', keyword: null });
    },
  );

  it.each([
    ['no keyword', { type: 'dm_keyword', keyword: ' , ' }],
    ['an unreadable pattern', { type: 'dm_keyword', keyword: '(', match: 'regex' }],
  ])('with %s are refused with 422', async (_name, body) => {
    const flow = await newFlow();
    const answer = await shop.api.call(endpoints.createTrigger, { ...at(flow.flowId), body });
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_trigger']);
  });
});

describe('contacts', () => {
  it('are found, tagged and changed', async () => {
    const { contactId } = await receiveText(shop.test, shop.user, shop.account);
    const listed = await shop.api.ok(endpoints.listContacts, at(shop.account.instagramAccountId));
    expect(listed.contacts.map((contact) => contact.contactId)).toContain(contactId);
    await shop.api.ok(endpoints.addContactTags, { ...at(contactId), body: { tags: ['vip', 'new', 'vip'] } });
    const removed = await shop.api.ok(endpoints.removeContactTags, {
      ...at(contactId),
      body: { tags: ['new'] },
    });
    expect(removed).toEqual({ contactId, tags: ['vip'] });
    const byTag = await shop.api.ok(endpoints.listContacts, {
      ...at(shop.account.instagramAccountId),
      query: { tag: 'vip' },
    });
    expect(byTag.total).toBe(1);
    const changed = await shop.api.ok(endpoints.updateContact, {
      ...at(contactId),
      body: { firstName: 'Ann', email: 'ann@example.com', customAttributes: { size: 'M', gone: null } },
    });
    expect(changed).toMatchObject({
      firstName: 'Ann',
      email: 'ann@example.com',
      customAttributes: { size: 'M', email: 'ann@example.com' },
    });
    const wildcard = await shop.api.ok(endpoints.listContacts, {
      ...at(shop.account.instagramAccountId),
      query: { search: '%' },
    });
    expect(wildcard.total).toBe(0);
  });

  it('are read deeply with a cursor, each once', async () => {
    for (let index = 0; index < 5; index += 1) await receiveText(shop.test, shop.user, shop.account);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { contacts: { contactId: string }[]; nextCursor: string | null } = await shop.api.ok(
        endpoints.listContacts,
        { ...at(shop.account.instagramAccountId), query: { limit: 2, ...(cursor === '' ? {} : { cursor }) } },
      );
      seen.push(...page.contacts.map((contact) => contact.contactId));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });
});

describe('conversations', () => {
  it('show what was written, and send what a person answers', async () => {
    const conversation = await receiveText(shop.test, shop.user, shop.account, { text: 'is this in stock?' });
    const params = at(conversation.conversationId);
    expect(conversation).toMatchObject({
      status: 'open',
      unreadCount: 1,
      lastMessageContent: 'is this in stock?',
    });
    const sent = await shop.api.ok(endpoints.sendMessage, { ...params, body: { text: 'Yes, it is.' } });
    expect(sent).toMatchObject({
      status: 'sent',
      message: { sentByUserId: shop.user.userId, isAutomated: false },
    });
    const { messages } = await shop.api.ok(endpoints.listMessages, params);
    expect(messages.map(({ direction, content }) => [direction, content.text])).toEqual([
      ['inbound', 'is this in stock?'],
      ['outbound', 'Yes, it is.'],
    ]);
    expect((await shop.api.ok(endpoints.getConversation, params)).automationPausedUntil).not.toBeNull();
  });

  it('split text that is too long for Instagram into several messages in order', async () => {
    const conversation = await receiveText(shop.test, shop.user, shop.account);
    const params = at(conversation.conversationId);
    const text = Array.from({ length: 60 }, (_, index) => `This is sentence number ${index}.`).join(' ');
    await shop.api.ok(endpoints.sendMessage, { ...params, body: { text } });
    const outbound = await waitFor(async () => {
      const { messages } = await shop.api.ok(endpoints.listMessages, params);
      const own = messages.filter(({ direction }) => direction === 'outbound');
      return own.length > 1 && own.every(({ deliveryStatus }) => deliveryStatus === 'sent') ? own : null;
    });
    expect(outbound.map(({ content }) => content.text).join(' ')).toBe(text);
  });

  it('are taken over, given back, read, assigned, closed and filtered', async () => {
    const { conversationId } = await receiveText(shop.test, shop.user, shop.account);
    const params = at(conversationId);
    const taken = await shop.api.ok(endpoints.takeOver, params);
    expect(taken).toMatchObject({
      assignedAgentId: shop.user.userId,
      automationPausedUntil: expect.any(String),
    });
    expect((await shop.api.ok(endpoints.release, params)).automationPausedUntil).toBeNull();
    expect((await shop.api.ok(endpoints.markRead, params)).unreadCount).toBe(0);
    const assigned = await shop.api.ok(endpoints.assignConversation, {
      ...params,
      body: { userId: shop.user.userId },
    });
    expect(assigned.assignedAgentId).toBe(shop.user.userId);
    const stranger = await signUp(shop.test);
    const refused = await shop.api.call(endpoints.assignConversation, {
      ...params,
      body: { userId: stranger.userId },
    });
    expect([refused.status, refused.error.code]).toEqual([422, 'not_a_member']);
    const pending = await shop.api.ok(endpoints.setConversationStatus, {
      ...params,
      body: { status: 'pending_human' },
    });
    expect(pending.status).toBe('pending_human');
    const list = (query: Record<string, string>) =>
      shop.api.ok(endpoints.listConversations, { ...at(shop.account.instagramAccountId), query });
    expect((await list({ status: 'pending_human' })).total).toBe(1);
    expect((await list({ assignedTo: 'me', unread: 'false' })).conversations[0]?.conversationId).toBe(
      conversationId,
    );
    const closed = await shop.api.ok(endpoints.setConversationStatus, {
      ...params,
      body: { status: 'closed' },
    });
    expect(closed.closedAt).not.toBeNull();
  });
});

describe('a whole automation', () => {
  it('answers a keyword, shows its trace, and is counted', async () => {
    const flow = await newFlow('Greeting');
    await shop.api.ok(endpoints.createTrigger, {
      ...at(flow.flowId),
      body: { type: 'dm_keyword', keyword: 'bonjour' },
    });
    await shop.api.ok(endpoints.publishFlow, at(flow.flowId));
    const conversation = await receiveText(shop.test, shop.user, shop.account, { text: 'bonjour' });
    await waitFor(async () => {
      const { messages } = await shop.api.ok(endpoints.listMessages, at(conversation.conversationId));
      return messages.some(
        ({ flowId, deliveryStatus }) => flowId === flow.flowId && deliveryStatus === 'sent',
      );
    });
    const { turns } = await shop.api.ok(endpoints.listContactTurns, at(conversation.contactId));
    expect(turns[0]).toMatchObject({ flowId: flow.flowId, flowName: 'Greeting' });
    const analytics = await shop.api.ok(endpoints.getFlowAnalytics, at(flow.flowId));
    expect(analytics).toMatchObject({ starts: 1, completions: 0 });
    expect(analytics.nodeEngagement).toContainEqual(
      expect.objectContaining({ nodeId: 'node_2', engagements: 1, waiting: 1 }),
    );
    const summary = await shop.api.ok(endpoints.getAccountSummary, at(shop.account.instagramAccountId));
    expect(summary.flowStarts).toBe(1);
    expect(summary.automatedMessagesSent).toBe(1);
    const today = new Date().toISOString().slice(0, 10);
    const series = await shop.api.ok(endpoints.getAccountTimeseries, {
      ...at(shop.account.instagramAccountId),
      query: { startDate: today, endDate: today, timezone: 'UTC', interval: 'hour' },
    });
    expect(series.points).toHaveLength(24);
    expect(series.points.reduce((sum, point) => sum + point.flowStarts, 0)).toBe(1);
    await shop.api.ok(endpoints.deleteFlow, at(flow.flowId));
    const contact = await shop.api.ok(endpoints.getContact, at(conversation.contactId));
    expect(contact.currentFlowId).toBeNull();
  });
});

describe('an Idempotency-Key', () => {
  const create = (key: string, name: string) =>
    shop.api.call(endpoints.createFlow, {
      ...at(shop.account.instagramAccountId),
      body: { name },
      headers: { 'idempotency-key': key },
    });

  it('makes parallel repetitions one request with one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('key-1', 'Once')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.flowId)).size).toBe(1);
  });

  it('is refused for another request, and free again after a failure', async () => {
    await create('key-2', 'First');
    const other = await create('key-2', 'Second');
    expect([other.status, other.error.code]).toEqual([409, 'idempotency_key_reused']);
    expect((await create('key-3', '')).status).toBe(400);
    expect((await create('key-3', 'Now right')).status).toBe(201);
  });
});
