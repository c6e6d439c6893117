import { isKind, isNodeKind, type FlowNode, type NodeKind, type NodeOf } from '../flow-definition';
import { checkApiCall } from './check-api-call';
import { checkGetInput, checkSetAttribute, checkTag } from './check-contact';
import { checkCondition, checkRandomizer } from './check-logic';
import { checkCarousel, checkMessage } from './check-sending';
import { checkTextLength, isBlank } from './check-text';
import { checkWait } from './check-wait';
import type { NodeReport } from './node-report';
import type { ValidationContext } from './validation-context';

type CheckFields = (node: FlowNode, report: NodeReport, context: ValidationContext) => void;

function forKind<K extends NodeKind>(
  kind: K,
  check: (node: NodeOf<K>, report: NodeReport, context: ValidationContext) => void,
): CheckFields {
  return (node, report, context) => {
    if (isKind(node, kind)) check(node, report, context);
  };
}

const nothing: CheckFields = () => undefined;

const checks: Record<NodeKind, CheckFields> = {
  start: nothing,
  message: forKind('message', checkMessage),
  carousel: forKind('carousel', checkCarousel),
  tag_contact: forKind('tag_contact', checkTag),
  set_attribute: forKind('set_attribute', checkSetAttribute),
  condition: forKind('condition', checkCondition),
  randomizer: forKind('randomizer', checkRandomizer),
  wait: forKind('wait', checkWait),
  get_input: forKind('get_input', checkGetInput),
  human_takeover: forKind('human_takeover', (node, report) => {
    checkTextLength(node.messageToContact, 'messageToContact', report);
  }),
  go_to_flow: forKind('go_to_flow', (node, report, { flowIds }) => {
    if (isBlank(node.flowId)) report.error('flow_missing', 'flowId', 'Choose the flow to go to.');
    else if (flowIds && !flowIds.has(node.flowId ?? '')) {
      report.error('flow_missing', 'flowId', 'Choose another flow: this one does not exist.');
    }
  }),
  comment_reply: forKind('comment_reply', (node, report) => {
    const variants = Array.isArray(node.text) ? node.text : [node.text];
    if (variants.length === 0 || variants.every(isBlank)) {
      report.error('message_empty', 'text', 'Write the public reply.');
    }
    variants.forEach((text) => checkTextLength(text, 'text', report));
  }),
  follow_gate: nothing,
  business_hours: nothing,
  external_api_call: forKind('external_api_call', checkApiCall),
  ai_reply: nothing,
  ai_agent: nothing,
  notify_team: forKind('notify_team', (node, report) => {
    if (isBlank(node.message)) report.error('message_empty', 'message', 'Write what to tell the team.');
  }),
  goal: forKind('goal', (node, report) => {
    if (isBlank(node.goal)) report.error('goal_missing', 'goal', 'Name this goal.');
  }),
  note: nothing,
};

/** Required fields and Instagram's limits of one node. */
export function checkNodeFields(node: FlowNode, report: NodeReport, context: ValidationContext): void {
  if (isNodeKind(node.type)) checks[node.type](node, report, context);
}
