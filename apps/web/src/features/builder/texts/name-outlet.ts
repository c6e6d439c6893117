import type { FlowNode, Outlet } from '@instaflow/flow-model';
import type { BuilderTexts } from './use-texts';

/** What an output of a step is called, in the person's language; buttons and branches bear their own names. */
export function nameOutlet(t: BuilderTexts, node: FlowNode, outlet: Outlet): string {
  const { condition } = outlet;
  if (condition === null) return nameDefault(t, node);
  const name = names[condition.type];
  return name({ t, node, outlet });
}

type Naming = { t: BuilderTexts; node: FlowNode; outlet: Outlet };
type ConditionType = NonNullable<Outlet['condition']>['type'];

const names: Record<ConditionType, (naming: Naming) => string> = {
  button_payload: ({ t, outlet }) => outlet.label || t('outlets.unnamed'),
  keyword: ({ t, outlet: { condition } }) =>
    t('outlets.keyword', { value: condition?.type === 'keyword' ? condition.value : '' }),
  attribute_equals: ({ t, outlet: { condition } }) =>
    condition?.type === 'attribute_equals'
      ? t('outlets.attribute_equals', { attribute: condition.attribute, value: String(condition.value) })
      : '',
  input_valid: ({ t, outlet: { condition } }) =>
    condition?.type === 'input_valid' && condition.value
      ? t('outlets.validAnswer')
      : t('outlets.invalidAnswer'),
  follower: ({ t, outlet: { condition } }) =>
    nameFollower(t, condition?.type === 'follower' ? condition.value : 'unknown'),
  branch: ({ t, node, outlet }) => nameBranch(t, node, outlet.label),
  else: ({ t, node }) => (node.type === 'condition' && node.rules ? t('outlets.no') : t('outlets.else')),
  timeout: ({ t }) => t('outlets.timeout'),
  outside_window: ({ t }) => t('outlets.outside_window'),
  error: ({ t }) => t('outlets.error'),
};

function nameDefault(t: BuilderTexts, node: FlowNode): string {
  if (node.type === 'go_to_flow') return t('outlets.then');
  const waits =
    node.type === 'message' && node.connections.some(({ condition }) => condition?.type === 'button_payload');
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
