import { nodeKinds, type NodeKind } from '@instaflow/flow-model';

/** Kinds in the order of the palette: what is used most comes first in its group. */
const order: NodeKind[] = [
  'message',
  'carousel',
  'comment_reply',
  'get_input',
  'condition',
  'wait',
  'randomizer',
  'follow_gate',
  'business_hours',
  'go_to_flow',
  'goal',
  'tag_contact',
  'set_attribute',
  'human_takeover',
  'notify_team',
  'note',
  'external_api_call',
  'ai_reply',
  'ai_agent',
];

/** What can be added to a flow. The start is there already and there is only one. */
export function listKinds(): {
  kind: NodeKind;
  group: (typeof nodeKinds)[NodeKind]['group'];
  isExecutable: boolean;
}[] {
  return order.map((kind) => ({
    kind,
    group: nodeKinds[kind].group,
    isExecutable: nodeKinds[kind].isExecutable,
  }));
}
