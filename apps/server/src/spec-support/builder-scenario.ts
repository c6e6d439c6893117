import { endpoints, type Flow, type InstagramAccount, type WorkspaceRole } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { connect, signUp, signUpMember, type TestUser } from './scenario';
import { startTestApp, type TestApp } from './start-test-app';

/** A server, somebody who draws flows, and an account of theirs. */
export class BuilderScenario {
  private constructor(
    readonly test: TestApp,
    readonly user: TestUser,
    readonly account: InstagramAccount,
  ) {}

  static async open(options: Parameters<typeof startTestApp>[0] = {}): Promise<BuilderScenario> {
    const test = await startTestApp(options);
    const user = await signUp(test);
    return new BuilderScenario(test, user, await connect(test, user));
  }

  close(): Promise<void> {
    return this.test.close();
  }

  get accountId(): string {
    return this.account.instagramAccountId;
  }

  at<P extends object>(id: string, params?: P, token = this.user.token) {
    return { token, params: { id, ...params } };
  }

  draw(definition: FlowDefinition | undefined, name = 'Flow', accountId = this.accountId): Promise<Flow> {
    return this.test.api.ok(endpoints.createFlow, {
      ...this.at(accountId),
      body: { name, ...(definition && { flowDefinition: definition }) },
    });
  }

  /** Saves a draft over whatever is there. */
  save(flowId: string, definition: FlowDefinition): Promise<Flow> {
    return this.test.api.ok(endpoints.updateFlow, {
      ...this.at(flowId),
      body: { flowDefinition: definition },
    });
  }

  publish(flowId: string, body: object = {}): Promise<Flow> {
    return this.test.api.ok(endpoints.publishFlow, { ...this.at(flowId), body });
  }

  async drawLive(definition: FlowDefinition, name?: string): Promise<Flow> {
    const { flowId } = await this.draw(definition, name);
    return this.publish(flowId);
  }

  member(role: WorkspaceRole): Promise<TestUser> {
    return signUpMember(this.test, { workspaceId: this.user.workspaceId, role });
  }
}
