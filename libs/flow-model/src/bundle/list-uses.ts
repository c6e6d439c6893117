import { isKind, type FlowNode } from '../flow-definition';
import type { ConditionRule } from '../kinds/condition-rule';
import { listTemplateVariables } from '../templates/template';

/** What one node needs of the account it lives in. */
export type NodeUses = {
  tags: string[];
  /** Names of attributes it reads or writes. */
  reads: string[];
  writes: string[];
  flows: string[];
  media: string[];
  /** Hosts it calls; empty where the address is filled in only when the flow runs. */
  hosts: string[];
};

/** Fields of a contact that no flow has to fill. */
const builtIn = new Set([
  'id',
  'instagramUserId',
  'username',
  'name',
  'firstName',
  'lastName',
  'profilePictureUrl',
  'tags',
  'isFollower',
  'timezone',
  'locale',
]);

/** Everything a node names that lives outside of its flow. */
export function listUses(node: FlowNode): NodeUses {
  const rules = listRules(node);
  const reads = [
    ...listTexts(node).flatMap(listTemplateVariables).flatMap(toAttribute),
    ...rules.flatMap(({ field }) => toAttribute(field)),
    ...node.connections.flatMap(({ condition }) =>
      condition?.type === 'attribute_equals' ? toAttribute(condition.attribute) : [],
    ),
    ...(isKind(node, 'wait') && node.until?.attribute ? toAttribute(node.until.attribute) : []),
  ];
  const ruled = rules.flatMap(({ op, value }) =>
    (op === 'has_tag' || op === 'not_has_tag') && typeof value === 'string' ? [value] : [],
  );
  return {
    tags: [...(isKind(node, 'tag_contact') ? filled(node.tagName) : []), ...ruled],
    reads,
    writes: listWritten(node).flatMap(toAttribute),
    flows: isKind(node, 'go_to_flow') ? filled(node.flowId) : [],
    media: listMedia(node),
    hosts: isKind(node, 'external_api_call') ? hostOf(node.url ?? '') : [],
  };
}

/** All rules of a condition. */
export function listRules(node: FlowNode): ConditionRule[] {
  if (!isKind(node, 'condition')) return [];
  return [...(node.rules ? [node.rules] : []), ...(node.branches ?? [])].flatMap(({ all = [], any = [] }) => [
    ...all,
    ...any,
  ]);
}

function listWritten(node: FlowNode): string[] {
  if (isKind(node, 'get_input')) return filled(node.saveToAttribute);
  if (isKind(node, 'external_api_call')) return (node.saveResponse ?? []).map(({ attribute }) => attribute);
  return isKind(node, 'set_attribute') ? filled(node.attribute) : [];
}

function listMedia(node: FlowNode): string[] {
  if (isKind(node, 'message')) {
    return [node.content?.mediaUrl, ...(node.content?.imageUrls ?? [])].flatMap(filled);
  }
  return isKind(node, 'carousel') ? (node.elements ?? []).flatMap(({ imageUrl }) => filled(imageUrl)) : [];
}

function filled(value: string | null | undefined): string[] {
  return value && value.trim() !== '' ? [value] : [];
}

/** `email`, `contact.email` and `contact.attributes.email` are one attribute; `flow.…` and fields of Instagram are none. */
function toAttribute(path: string): string[] {
  const parts = path.split('.');
  if (parts.length > 1 && parts[0] !== 'contact') return [];
  const [name = ''] = parts.length === 1 ? parts : parts.slice(parts[1] === 'attributes' ? 2 : 1);
  return name === '' || builtIn.has(name) ? [] : [name];
}

function hostOf(url: string): string[] {
  return filled(/^https?:\/\/([^/?#{]+)/i.exec(url.trim())?.[1]?.toLowerCase());
}

const notTexts = new Set(['id', 'type', 'name', 'connections', 'position']);

function listTexts(node: FlowNode): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.includes('{')) texts.push(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const [key, value] of Object.entries(node)) if (!notTexts.has(key)) visit(value);
  return texts;
}
