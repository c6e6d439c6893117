import { flowDefinitionSchema, type FlowDefinition } from '../flow-definition';
import { jsonValueSchema, type JsonValue } from '../json-value';
import { refuse, restoring, type AppliedOperation, type OperationOf } from './operation-result';

const ownedByOtherOperations = new Set([
  'nodes',
  'startNodeId',
  'schemaVersion',
  'groups',
  '__proto__',
  'constructor',
  'prototype',
]);

/** Replaces fields of the document that no other operation is for. */
export function updateDocument(
  definition: FlowDefinition,
  { set, unset = [] }: OperationOf<'update_document'>,
): AppliedOperation {
  const fields = [...Object.keys(set), ...unset];
  const wrong = fields.find((field) => ownedByOtherOperations.has(field));
  if (wrong !== undefined) {
    return refuse('field_not_editable', `The field "${wrong}" is not changed this way.`);
  }
  const { nodes, groups, ...envelope } = definition;
  const kept = Object.fromEntries(Object.entries(envelope).filter(([field]) => !unset.includes(field)));
  const parsed = flowDefinitionSchema.safeParse({ ...kept, ...set, nodes: [] });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('invalid_field', `Correct "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}.`);
  }
  return {
    ok: true,
    definition: { ...parsed.data, nodes, ...(groups ? { groups } : {}) },
    inverse: invert(definition, fields),
  };
}

function invert(before: FlowDefinition, fields: readonly string[]): ReturnType<typeof restoring> {
  const set: Record<string, JsonValue> = {};
  const unset: string[] = [];
  for (const field of new Set(fields)) {
    const value = jsonValueSchema.safeParse(Reflect.get(before, field));
    if (!Object.hasOwn(before, field)) unset.push(field);
    else if (value.success) set[field] = value.data;
    else return restoring(before);
  }
  return [{ op: 'update_document', set, unset }];
}
