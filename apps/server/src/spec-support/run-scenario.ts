import { endpoints, type Endpoint, type InstagramAccount, type Run } from '@instaflow/contracts';
import { flow, message, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { connect, receiveText, signUp, type TestUser } from './scenario';
import { startTestApp, type TestApp } from './start-test-app';

/** Says hello and waits two hours at the step `w`. */
export const greetAndWait = (): FlowDefinition =>
  flow(start(), message('Hi'), wait('2h', { id: 'w', name: 'Pause' }), message('Later'));

/** A server with its workers and an account without delays, whose flows people walk. */
export class RunScenario {
  private words = 0;

  private constructor(
    readonly test: TestApp,
    readonly user: TestUser,
    readonly account: InstagramAccount,
  ) {}

  static async open(options: Parameters<typeof startTestApp>[0] = {}): Promise<RunScenario> {
    const test = await startTestApp({ ...options, workers: true });
    const user = await signUp(test);
    const account = await connect(test, user);
    const scene = new RunScenario(test, user, account);
    await test.api.ok(endpoints.updateAccountSettings, {
      ...scene.at(account.instagramAccountId),
      body: { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 50 },
    });
    return scene;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  at(id: string): { token: string; params: { id: string } } {
    return { token: this.user.token, params: { id } };
  }

  /** A published flow that a word of its own starts. */
  async publish(definition: FlowDefinition): Promise<{ flowId: string; word: string }> {
    const { api } = this.test;
    this.words += 1;
    const word = `word${this.words}`;
    const { flowId } = await api.ok(endpoints.createFlow, {
      ...this.at(this.account.instagramAccountId),
      body: { name: `Flow ${this.words}`, flowDefinition: definition },
    });
    await api.ok(endpoints.publishFlow, this.at(flowId));
    await api.ok(endpoints.createTrigger, {
      ...this.at(flowId),
      body: { type: 'dm_keyword', keyword: word, match: 'exact' },
    });
    return { flowId, word };
  }

  /** Saves and publishes the next version of a flow. */
  async republish(flowId: string, definition: FlowDefinition): Promise<void> {
    const body = { flowDefinition: { ...definition } };
    await this.test.api.ok(endpoints.updateFlow, { ...this.at(flowId), body });
    await this.test.api.ok(endpoints.publishFlow, this.at(flowId));
  }

  /** Someone writes the word of a flow; answers when their run has come to a status. */
  async walkInto(word: string, status = 'waiting', personId = String(Date.now()) + String(this.words)) {
    const conversation = await receiveText(this.test, this.user, this.account, { text: word, personId });
    const read = async (): Promise<Run | undefined> =>
      (await this.test.api.ok(endpoints.listContactRuns, this.at(conversation.contactId))).runs[0];
    await waitFor(async () => (await read())?.status === status, { what: `a run ${status}` });
    const run = await read();
    if (run === undefined) throw new Error('there is no run');
    return { ...conversation, personId, run };
  }

  getRun(runId: string) {
    return this.test.api.ok(endpoints.getRun, this.at(runId));
  }

  async comesTo(runId: string, status: string): Promise<void> {
    await waitFor(async () => (await this.getRun(runId)).status === status, { what: `the run ${status}` });
  }

  command(endpoint: Endpoint, runId: string, reason: string | null = null) {
    return this.test.api.call(endpoint, { ...this.at(runId), body: { reason } });
  }

  /** The texts Graph was asked to send to someone, in order. */
  sentTexts(personId: string): string[] {
    return this.test.graph.requests.flatMap(({ path, body }) => {
      if (!path.includes('/messages') || !body.includes(personId)) return [];
      const sent = JSON.parse(body) as { message?: { text?: string } };
      return sent.message?.text === undefined ? [] : [sent.message.text];
    });
  }

  async isSent(personId: string, text: string): Promise<void> {
    await waitFor(() => this.sentTexts(personId).includes(text), { what: `"${text}" being sent` });
  }
}
