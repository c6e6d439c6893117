import type { FlowNode, Outlet } from '@instaflow/flow-model';
import type { BuilderTexts } from './use-texts';

/** What an output of a step is called, in the person's language; buttons and branches bear their own names. */
export function nameOutlet(t: BuilderTexts, node: FlowNode, outlet: Outlet): string {
  const { condition } = outlet;
  if (condition === null) return nameDefault(t, node);
  switch (condition.type) {
    case 'button_payload':
      return outlet.label || t('outlets.unnamed');
    case 'keyword':
      return t('outlets.keyword', { value: condition.value });
    case 'attribute_equals':
      return t('outlets.attribute_equals', { attribute: condition.attribute, value: String(condition.value) });
    case 'input_valid':
      return condition.value ? t('outlets.validAnswer') : t('outlets.invalidAnswer');
    case 'follower':
      return nameFollower(t, condition.value);
    case 'branch':
      return nameBranch(t, node, outlet.label);
    case 'else':
      return node.type === 'condition' && node.rules ? t('outlets.no') : t('outlets.else');
    case 'timeout':
    case 'outside_window':
    case 'error':
      return t(`outlets.${condition.type}`);
  }
}

function nameDefault(t: BuilderTexts, node: FlowNode): string {
  if (node.type === 'go_to_flow') return t('outlets.then');
  const waits = node.type === 'message' && node.connections.some(({ condition }) => condition?.type === 'button_payload');
  return waits ? t('outlets.otherReply') : t('outlets.next');
}

function nameFollower(t: BuilderTexts, value: 'yes' | 'no' | 'unknown'): string {
  if (value === 'yes') return t('outlets.follows');
  return value === 'no' ? t('outlets.followsNot') : t('outlets.followsUnknown');
}

function nameBranch(t: BuilderTexts, node: FlowNode, label: string): string {
  if (node.type === 'condition' && label === 'Yes') return t('outlets.yes');
  if (node.type !== 'business_hours') return label;
  return label === 'Open' ? t('outlets.open') : t('outlets.closed');
}
