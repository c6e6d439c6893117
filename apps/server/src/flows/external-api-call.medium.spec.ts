import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, type InstagramAccount } from '@instaflow/contracts';
import { apiCall, flow, message, on, onNext, start, type FlowDefinition } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { connect, receiveText, signUp, type TestUser } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let test: TestApp;
let user: TestUser;
let account: InstagramAccount;
let heard = 0;
const inside = createServer((_request, response) => {
  heard += 1;
  response.end('{"name":"secret"}');
});
beforeAll(async () => {
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  test = await startTestApp({ workers: true });
  user = await signUp(test);
  account = await connect(test, user);
  await test.api.ok(endpoints.updateAccountSettings, {
    ...at(account.instagramAccountId),
    body: { debounceWindowMs: 0, cooldownMs: 0 },
  });
});
afterAll(async () => {
  await test.close();
  inside.close();
});

const at = (id: string) => ({ token: user.token, params: { id } });
const calling = (url: string): FlowDefinition =>
  flow(
    start(),
    apiCall(url, { id: 'call', to: [onNext('well'), on('error', 'badly')] }),
    message('It went well', { id: 'well', end: true }),
    message('It went badly', { id: 'badly', end: true }),
  );
const publish = async (definition: FlowDefinition) => {
  const created = await test.api.ok(endpoints.createFlow, {
    ...at(account.instagramAccountId),
    body: { name: 'Calls', flowDefinition: definition },
  });
  const answer = await test.api.call(endpoints.updateFlow, {
    ...at(created.flowId),
    body: { status: 'active' },
  });
  return { flowId: created.flowId, status: answer.status };
};

describe('a published flow with an external call', () => {
  it('reaches no server inside this network, and goes on by “Failed”', async () => {
    const { port } = inside.address() as AddressInfo;
    const { flowId, status } = await publish(calling(`http://localhost:${port}/latest/meta-data`));
    expect(status).toBe(200);
    await test.api.ok(endpoints.createTrigger, {
      ...at(flowId),
      body: { type: 'dm_keyword', keyword: 'call' },
    });
    const { contactId } = await receiveText(test, user, account, { text: 'call' });
    const sent = () => test.graph.requests.map((request) => JSON.stringify(request));
    await waitFor(() => sent().some((request) => request.includes('It went badly')));
    expect(sent().some((request) => request.includes('It went well'))).toBe(false);
    expect(heard).toBe(0);
    const { runs } = await test.api.ok(endpoints.listContactRuns, at(contactId));
    const { turns } = await test.api.ok(endpoints.getRun, at(runs[0]?.runId ?? ''));
    expect(turns.flatMap(({ steps }) => steps).find(({ calls }) => calls?.length)?.calls).toEqual([
      {
        key: `${runs[0]?.runId}/call/1/0`,
        kind: 'http_request',
        status: 'failed',
        reason: 'address_blocked',
        attempts: 1,
        nextAt: null,
        finishedAt: expect.any(String) as string,
      },
    ]);
  });

  it('is not published with an address that is none', async () => {
    expect((await publish(calling('file:///etc/passwd'))).status).toBe(422);
  });
});
