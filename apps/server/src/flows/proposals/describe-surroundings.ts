import { isKind, listOutlets, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';

const maxNames = 60;
const maxTextLength = 600;

/** What a model is told of the flow its steps go into: as little as it takes to fit in. */
export function describeSurroundings(definition: FlowDefinition, afterNodeId: string | null): string {
  const before = definition.nodes.find(({ id }) => id === afterNodeId);
  return [
    ...(before ? [describeStepBefore(before)] : ['The steps stand on their own.']),
    ...list(
      'Steps there are (use other names)',
      namesIn(definition, ({ name }) => [name]),
    ),
    ...list('Tags in use', namesIn(definition, tagsOf)),
    ...list('Attributes in use', namesIn(definition, attributesOf)),
  ].join('\n');
}

function describeStepBefore(node: FlowNode): string {
  const said = textOf(node).slice(0, maxTextLength);
  const ways = listOutlets(node)
    .filter(({ isException }) => !isException)
    .map(({ label }) => label);
  return [
    `They follow the step "${node.name}" (${node.type}).`,
    ...(said ? [`It says: ${said}`] : []),
    ...(ways.length > 1 ? [`It can lead on by: ${ways.join(', ')}.`] : []),
  ].join('\n');
}

function textOf(node: FlowNode): string {
  if (isKind(node, 'message')) return node.content?.text ?? '';
  return isKind(node, 'get_input') ? (node.prompt ?? '') : '';
}

const tagsOf = (node: FlowNode) => (isKind(node, 'tag_contact') ? [node.tagName] : []);

const attributesOf = (node: FlowNode) => {
  if (isKind(node, 'get_input')) return [node.saveToAttribute];
  return isKind(node, 'set_attribute') ? [node.attribute] : [];
};

function namesIn(
  definition: FlowDefinition,
  find: (node: FlowNode) => (string | null | undefined)[],
): string[] {
  const names = definition.nodes.flatMap(find).flatMap((name) => (name ? [name] : []));
  return [...new Set(names)].slice(0, maxNames);
}

const list = (title: string, names: string[]) =>
  names.length === 0 ? [] : [`${title}: ${names.map((name) => JSON.stringify(name)).join(', ')}.`];
