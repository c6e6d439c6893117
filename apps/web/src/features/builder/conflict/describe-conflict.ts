import { flowNodeSchema, listOutlets, type FlowConflict, type FlowDefinition } from '@instaflow/flow-model';
import english from '../locales/edit-en.json';
import { summarizeStep } from '../outline/summarize-step';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import type { BuilderTexts } from '../texts/use-texts';
import type { ChosenSide } from './draft-merger';

type Value = FlowConflict['mine'];
type FieldKey = keyof typeof english.conflict.fields;

const isFieldKey = (key: string): key is FieldKey => Object.hasOwn(english.conflict.fields, key);

/** What was changed, in a word: the field, or the way out of a step. */
export function nameField(t: BuilderTexts, conflict: FlowConflict, definition: FlowDefinition): string {
  const [first, key] = conflict.path;
  if (first === undefined) return t('conflict.fields.step');
  if (first === 'connections') {
    const node = definition.nodes.find(({ id }) => id === conflict.nodeId);
    const outlet = node && listOutlets(node).find(({ id }) => id === key);
    return node && outlet ? nameOutlet(t, node, outlet) : t('conflict.fields.connections');
  }
  const last = conflict.path.at(-1) ?? first;
  const known = [last, first].find(isFieldKey);
  return known ? t(`conflict.fields.${known}`) : conflict.path.join(' › ');
}

/** What one side wants there, as text. */
export function describeSide(
  t: BuilderTexts,
  {
    conflict,
    side,
    definition,
    language,
  }: { conflict: FlowConflict; side: ChosenSide; definition: FlowDefinition; language: string },
): string {
  const value = conflict[side];
  const [first] = conflict.path;
  if (first === 'connections') return describeEdge(t, value, definition);
  if (first === undefined) return describeStep(t, value, language);
  return describeValue(value) || t('conflict.empty');
}

function describeEdge(t: BuilderTexts, value: Value, { nodes }: FlowDefinition): string {
  const target = readMember(value, 'targetNodeId');
  if (typeof target !== 'string') return t('conflict.nowhere');
  const node = nodes.find(({ id }) => id === target);
  return t('conflict.leadsTo', { name: node ? node.name || nameKind(t, node.type) : target });
}

function describeStep(t: BuilderTexts, value: Value, language: string): string {
  if (value === undefined) return t('conflict.deleted');
  const parsed = flowNodeSchema.safeParse(value);
  if (!parsed.success) return t('conflict.changed');
  const { name, type } = parsed.data;
  return [name || nameKind(t, type), summarizeStep(t, parsed.data, language)].filter(Boolean).join(': ');
}

/** Texts as they are, lists line by line; of buttons, cards and branches what a person reads on them. */
function describeValue(value: Value): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((entry) => `• ${describeValue(entry)}`).join('\n');
  if (typeof value !== 'object') return String(value);
  const said = ['text', 'title', 'label', 'name'].map((key) => readMember(value, key));
  const first = said.find((text) => typeof text === 'string' && text !== '');
  return typeof first === 'string' ? first : JSON.stringify(value, null, 1);
}

function readMember(value: Value, key: string): Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
}
