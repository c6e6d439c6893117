import type { Connection, ConnectionCondition } from './connection-condition';
import { currentSchemaVersion, flowNodeSchema, type FlowDefinition, type NodeKind } from './flow-definition';
import type { Button } from './kinds/button';
import type { ConditionRule } from './kinds/condition-rule';
import type { JsonValue } from './json-value';

/** How a step is linked: `to` are its edges; without any it leads to the step after it, unless `end` is set. */
export type StepLinks = {
  id?: string;
  name?: string;
  to?: { node: string; when?: ConnectionCondition | null }[];
  end?: boolean;
};

export type FlowStep = StepLinks & { type: NodeKind; fields: Record<string, unknown> };

const endingKinds: NodeKind[] = ['human_takeover', 'note', 'go_to_flow'];

/** Builds a flow document from steps in reading order: `flow(start(), message('Hi'), wait('1h'))`. */
export function flow(...steps: FlowStep[]): FlowDefinition {
  const ids = steps.map(({ id }, index) => id ?? `node_${index + 1}`);
  const nodes = steps.map((step, index) => {
    const following = ids[index + 1];
    const leadsOn = following !== undefined && !step.end && !step.to && !endingKinds.includes(step.type);
    const onward: Connection[] = leadsOn ? [{ targetNodeId: following, condition: null }] : [];
    return flowNodeSchema.parse({
      id: ids[index],
      type: step.type,
      name: step.name ?? step.type,
      ...step.fields,
      connections:
        step.to?.map(({ node, when }) => ({ targetNodeId: node, condition: when ?? null })) ?? onward,
    });
  });
  const startIndex = steps.findIndex(({ type }) => type === 'start');
  return { schemaVersion: currentSchemaVersion, startNodeId: ids[startIndex] ?? '', nodes };
}

function step(type: NodeKind, fields: Record<string, unknown>, links: StepLinks = {}): FlowStep {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...links, type, fields: Object.fromEntries(given) };
}

/** The same step switched off. */
export const disabled = (step: FlowStep): FlowStep => ({
  ...step,
  fields: { ...step.fields, isDisabled: true },
});

export const start = (links?: StepLinks) => step('start', {}, links);

export const quickReply = (text: string, payload?: string): Button => ({
  type: 'quick_reply',
  text,
  payload,
});
export const postback = (text: string, payload?: string): Button => ({ type: 'postback', text, payload });
export const webUrl = (text: string, url: string): Button => ({ type: 'web_url', text, url });

export function message(
  text: string | null,
  {
    buttons = [],
    mediaUrl = null,
    mediaType = null,
    imageUrls,
    timeoutSeconds,
    ...links
  }: StepLinks & {
    buttons?: Button[];
    mediaUrl?: string | null;
    mediaType?: 'image' | 'video' | 'audio' | 'file' | null;
    imageUrls?: string[];
    timeoutSeconds?: number;
  } = {},
): FlowStep {
  const content = { text, mediaUrl, mediaType, ...(imageUrls && { imageUrls }), buttons };
  return step('message', { content, timeoutSeconds }, links);
}

export const carousel = (elements: Record<string, unknown>[], links?: StepLinks) =>
  step('carousel', { elements }, links);
export const tagContact = (tagName: string, links?: StepLinks & { action?: 'add' | 'remove' }) => {
  const { action = 'add', ...rest } = links ?? {};
  return step('tag_contact', { tagName, action }, rest);
};
export const setAttribute = (
  attribute: string,
  value: JsonValue,
  links?: StepLinks & { operation?: string },
) => {
  const { operation, ...rest } = links ?? {};
  return step('set_attribute', { attribute, value, operation }, rest);
};
export const condition = (
  rules: { all?: ConditionRule[]; any?: ConditionRule[] } | null,
  links?: StepLinks,
) => step('condition', { rules }, links);
export const randomizer = (branches: { id: string; weight: number }[], links?: StepLinks) =>
  step('randomizer', { branches }, links);
export const getInput = (
  prompt: string,
  {
    id,
    name,
    to,
    end,
    ...fields
  }: StepLinks & {
    inputType?: string;
    saveToAttribute?: string;
    choices?: { text: string; value?: string }[];
    retries?: number;
    retryPrompt?: string;
    offerKnown?: boolean;
    timeoutSeconds?: number;
  } = {},
) => step('get_input', { prompt, inputType: 'text', ...fields }, { id, name, to, end });
export const humanTakeover = (messageToAgent: string, links?: StepLinks & { messageToContact?: string }) => {
  const { messageToContact = null, ...rest } = links ?? {};
  return step('human_takeover', { messageToAgent, messageToContact }, rest);
};
export const goToFlow = (flowId: string, links?: StepLinks) => step('go_to_flow', { flowId }, links);
export const commentReply = (text: string | string[], links?: StepLinks) =>
  step('comment_reply', { text }, links);
export const followGate = (links?: StepLinks) => step('follow_gate', {}, links);
export const businessHours = (links?: StepLinks) => step('business_hours', {}, links);
export const apiCall = (
  url: string,
  {
    id,
    name,
    to,
    end,
    ...fields
  }: StepLinks & {
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    headers?: Record<string, string>;
    body?: JsonValue;
    timeoutMs?: number;
    retries?: number;
    saveResponse?: { path: string; attribute: string }[];
  } = {},
) => step('external_api_call', { url, method: 'GET', ...fields }, { id, name, to, end });
export const notifyTeam = (text: string, links?: StepLinks) =>
  step('notify_team', { message: text, channels: ['in_app'] }, links);
export const goal = (name: string, links?: StepLinks) => step('goal', { goal: name }, links);
export const note = (text: string) => step('note', { text });

/** Waits for `90s`, `5m`, `1h` or `2d`, or until what is given. */
export function wait(
  duration: string | Record<string, unknown>,
  links?: StepLinks & { timezone?: string },
): FlowStep {
  const { timezone, ...rest } = links ?? {};
  const fields =
    typeof duration === 'string' ? { durationSeconds: parseDuration(duration) } : { until: duration };
  return step('wait', { ...fields, timezone }, rest);
}

function parseDuration(duration: string): number {
  const secondsPerUnit: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
  return Number.parseFloat(duration) * (secondsPerUnit[duration.slice(-1)] ?? Number.NaN);
}

export const onButton = (payload: string, node: string) => ({
  node,
  when: { type: 'button_payload' as const, value: payload },
});
export const onKeyword = (value: string, node: string) => ({
  node,
  when: { type: 'keyword' as const, value },
});
export const onBranch = (value: string, node: string) => ({ node, when: { type: 'branch' as const, value } });
export const onInput = (value: boolean, node: string) => ({
  node,
  when: { type: 'input_valid' as const, value },
});
export const onAttribute = (attribute: string, value: string | number | boolean | null, node: string) => ({
  node,
  when: { type: 'attribute_equals' as const, attribute, value },
});
export const onFollower = (value: 'yes' | 'no' | 'unknown', node: string) => ({
  node,
  when: { type: 'follower' as const, value },
});
export const on = (type: 'timeout' | 'outside_window' | 'error' | 'else', node: string) => ({
  node,
  when: { type },
});
export const onNext = (node: string) => ({ node });
