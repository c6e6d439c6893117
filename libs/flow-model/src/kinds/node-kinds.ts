import { callLimits } from '../calls/call-limits';
import type { FlowNode, NodeKind } from '../flow-definition';
import type { JsonValue } from '../json-value';
import { listOutlets } from './list-outlets';
import type { Outlet } from './outlet';

export type NodeGroup = 'send' | 'ask' | 'logic' | 'contact' | 'people' | 'connect' | 'canvas';

export type NodeKindSpec = {
  label: string;
  description: string;
  group: NodeGroup;
  /** False: can be drawn and saved, but a flow with it cannot be published yet. */
  isExecutable: boolean;
  /** The kind's own fields in a new node. */
  defaults: () => Record<string, JsonValue>;
  outlets: (node: FlowNode) => Outlet[];
};

function spec(
  group: NodeGroup,
  label: string,
  description: string,
  defaults: () => Record<string, JsonValue> = () => ({}),
  isExecutable = true,
): NodeKindSpec {
  return { group, label, description, defaults, isExecutable, outlets: listOutlets };
}

/** What a palette, a canvas and the publish check need to know of every node kind. */
export const nodeKinds: Record<NodeKind, NodeKindSpec> = {
  start: spec('canvas', 'Start', 'Where the flow begins'),
  message: spec('send', 'Message', 'Sends text, a picture, buttons or quick replies', () => ({
    content: { text: '', mediaUrl: null, mediaType: null, buttons: [] },
  })),
  carousel: spec('send', 'Carousel', 'Sends up to ten cards side by side', () => ({
    elements: [{ title: '', subtitle: null, imageUrl: null, url: null, buttons: [] }],
  })),
  tag_contact: spec('contact', 'Tag', 'Adds a tag to the contact or takes it away', () => ({
    tagName: '',
    action: 'add',
  })),
  set_attribute: spec('contact', 'Set attribute', 'Remembers a value about the contact', () => ({
    attribute: '',
    operation: 'set',
    value: '',
  })),
  condition: spec('logic', 'Condition', 'Goes one way or another by what is known', () => ({
    rules: { all: [{ field: 'contact.tags', op: 'has_tag', value: '' }] },
  })),
  randomizer: spec('logic', 'Randomizer', 'Splits people at random, the same person always alike', () => ({
    branches: [
      { id: 'a', label: 'A', weight: 50 },
      { id: 'b', label: 'B', weight: 50 },
    ],
  })),
  wait: spec('logic', 'Wait', 'Goes on after a time or at a date', () => ({ durationSeconds: 3600 })),
  get_input: spec('ask', 'Ask', 'Asks, checks the answer and keeps it', () => ({
    prompt: '',
    inputType: 'text',
    saveToAttribute: '',
    retries: 1,
    retryPrompt: '',
  })),
  human_takeover: spec('people', 'Hand over', 'Gives the conversation to a person', () => ({
    messageToAgent: '',
    messageToContact: '',
  })),
  go_to_flow: spec('logic', 'Go to flow', 'Goes on in another flow', () => ({ flowId: '' })),
  comment_reply: spec('send', 'Comment reply', 'Answers the comment in public', () => ({ text: [''] })),
  follow_gate: spec('logic', 'Follow check', 'Asks Instagram whether the contact follows you'),
  business_hours: spec('logic', 'Business hours', 'Goes one way when you are open, another when not'),
  external_api_call: spec('connect', 'API call', 'Calls another program and keeps its answer', () => ({
    method: 'GET',
    url: '',
    timeoutMs: callLimits.defaultTimeoutMs,
    retries: 0,
    saveResponse: [],
  })),
  ai_reply: spec('connect', 'AI reply', 'Lets the AI write one answer', () => ({ instructions: '' }), false),
  ai_agent: spec(
    'connect',
    'AI agent',
    'Lets the AI talk until it reaches an exit',
    () => ({ instructions: '', tools: [], maxTurns: 10, exits: [] }),
    false,
  ),
  notify_team: spec('people', 'Notify team', 'Tells your team', () => ({
    message: '',
    channels: ['in_app'],
  })),
  goal: spec('logic', 'Goal', 'Counts everyone who gets here', () => ({ goal: '' })),
  note: spec('canvas', 'Note', 'A remark on the canvas, never run', () => ({ text: '' })),
};
