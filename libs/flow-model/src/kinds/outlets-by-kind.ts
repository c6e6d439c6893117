import { isKind, type FlowNode, type NodeKind, type NodeOf } from '../flow-definition';
import { buttonPayload, type Button } from './button';
import { createOutlet, type Outlet } from './outlet';

type ListOutlets = (node: FlowNode) => Outlet[];

function forKind<K extends NodeKind>(kind: K, list: (node: NodeOf<K>) => Outlet[]): ListOutlets {
  return (node) => (isKind(node, kind) ? list(node) : []);
}

const next = createOutlet('Next', null);
const failed = createOutlet('Failed', { type: 'error' }, { isException: true });
const outsideWindow = createOutlet('Outside 24 hours', { type: 'outside_window' }, { isException: true });
const onlyNext: ListOutlets = () => [next];
const none: ListOutlets = () => [];

function listButtonOutlets(buttons: Button[]): Outlet[] {
  const answering = buttons.filter((button) => button.type !== 'web_url');
  const outlets = answering.map((button) =>
    createOutlet(button.text || 'Button', { type: 'button_payload', value: buttonPayload(button) }),
  );
  const noReply = answering.length > 0 ? [createOutlet('No reply', { type: 'timeout' })] : [];
  return [...outlets, next, ...noReply, outsideWindow, failed];
}

function listBranchOutlets(branches: { id: string; label?: string | undefined }[]): Outlet[] {
  return branches.map(({ id, label }) => createOutlet(label ?? id, { type: 'branch', value: id }));
}

/** What leaves a node of each kind by its own fields; `listOutlets` adds what its edges say. */
export const outletsByKind: Record<NodeKind, ListOutlets> = {
  start: onlyNext,
  message: forKind('message', (node) => listButtonOutlets(node.content?.buttons ?? [])),
  carousel: forKind('carousel', (node) =>
    listButtonOutlets((node.elements ?? []).flatMap((element) => element.buttons ?? [])),
  ),
  tag_contact: onlyNext,
  set_attribute: onlyNext,
  condition: forKind('condition', (node) => [
    ...(node.rules ? [createOutlet('Yes', { type: 'branch', value: 'true' })] : []),
    ...listBranchOutlets(node.branches ?? []),
    createOutlet(node.rules ? 'No' : 'Otherwise', { type: 'else' }),
  ]),
  randomizer: forKind('randomizer', (node) => listBranchOutlets(node.branches ?? [])),
  wait: onlyNext,
  get_input: () => [
    createOutlet('Valid answer', { type: 'input_valid', value: true }),
    createOutlet('Invalid answer', { type: 'input_valid', value: false }),
    createOutlet('No answer', { type: 'timeout' }),
    outsideWindow,
    failed,
  ],
  human_takeover: none,
  go_to_flow: () => [createOutlet('Then', null)],
  comment_reply: onlyNext,
  follow_gate: () => [
    createOutlet('Follows', { type: 'follower', value: 'yes' }),
    createOutlet('Does not follow', { type: 'follower', value: 'no' }),
    createOutlet('Not known', { type: 'follower', value: 'unknown' }),
  ],
  business_hours: () => [
    createOutlet('Open', { type: 'branch', value: 'open' }),
    createOutlet('Closed', { type: 'branch', value: 'closed' }),
  ],
  external_api_call: () => [next, failed],
  ai_reply: () => [next, failed],
  ai_agent: forKind('ai_agent', (node) => [...listBranchOutlets(node.exits ?? []), next, failed]),
  notify_team: onlyNext,
  goal: onlyNext,
  note: none,
};
