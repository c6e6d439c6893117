import { jsonValueSchema, type FlowDefinition, type JsonValue } from '@instaflow/flow-model';
import type {
  AccountSnapshot,
  FlowSource,
  StubbedAnswer,
  TalkWorld,
  TriggerSnapshot,
} from '@instaflow/flow-engine';
import type { PhoneSettings } from '../state/phone-settings';

/** Everything of a world but the draft and what is decided at the phone. */
export type Surroundings = {
  account: AccountSnapshot;
  triggers: TriggerSnapshot[];
  /** Published flows; of those the draft does not lead to only that they are there. */
  flows: FlowSource[];
};

/** The world of the next move: the draft as it is on the canvas now. */
export function buildWorld({
  flow,
  surroundings,
  settings,
}: {
  flow: { flowId: string; name: string; definition: FlowDefinition };
  surroundings: Surroundings;
  settings: PhoneSettings;
}): TalkWorld {
  const { flowId, name, definition } = flow;
  const { account, triggers, flows } = surroundings;
  const { seed, forcedBranches, calls, failingNodeId } = settings;
  return {
    draft: { flowId, flowVersionId: `draft:${flowId}`, name, definition },
    account,
    triggers,
    findFlow: (id) => flows.find((other) => other.flowId === id) ?? null,
    findVersion: (id) => flows.find((other) => other.flowVersionId === id) ?? null,
    seed,
    forcedBranches,
    answers: Object.fromEntries(Object.entries(calls).map(([nodeId, call]) => [nodeId, toAnswer(call)])),
    sendFailures: failingNodeId === null ? {} : { [failingNodeId]: 'failed' },
  };
}

function toAnswer({ outcome, body }: PhoneSettings['calls'][string]): StubbedAnswer {
  if (outcome === 'timeout') return { failure: 'timeout' };
  return { status: outcome === 'http_500' ? 500 : 200, body: readBody(body) ?? {} };
}

/** What somebody wrote as the answer of another program; null when it is not JSON. */
export function readBody(body: string): JsonValue | null {
  if (body.trim() === '') return {};
  try {
    return jsonValueSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
