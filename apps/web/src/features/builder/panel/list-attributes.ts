import { isKind, type FlowDefinition } from '@instaflow/flow-model';

/** The attributes a flow itself fills, each once, in alphabetical order. */
export function listAttributes(definition: FlowDefinition): string[] {
  const names = new Set<string>();
  for (const node of definition.nodes) {
    if (isKind(node, 'get_input') && node.saveToAttribute) names.add(node.saveToAttribute);
    if (isKind(node, 'set_attribute') && node.attribute) names.add(node.attribute);
    if (isKind(node, 'external_api_call'))
      for (const { attribute } of node.saveResponse ?? []) if (attribute) names.add(attribute);
  }
  return [...names].sort((left, right) => left.localeCompare(right));
}

/** The tags a flow itself gives, takes or asks for, each once, in alphabetical order. */
export function listTags(definition: FlowDefinition): string[] {
  const tags = definition.nodes.flatMap((node) =>
    isKind(node, 'tag_contact') && node.tagName ? [node.tagName] : [],
  );
  return [...new Set(tags)].sort((left, right) => left.localeCompare(right));
}
