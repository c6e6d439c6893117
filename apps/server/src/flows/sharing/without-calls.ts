import { isKind, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';

/**
 * A document as strangers may see it: of calls to other programs only the host is left. Addresses, headers and bodies may
 * hold keys, and a conversation that is tried out calls nobody.
 */
export function withoutCalls(definition: FlowDefinition): FlowDefinition {
  return { ...definition, nodes: definition.nodes.map(stripNode) };
}

function stripNode(node: FlowNode): FlowNode {
  if (!isKind(node, 'external_api_call')) return node;
  const { headers: _headers, body: _body, url, ...rest } = node;
  return { ...rest, url: toHost(url ?? '') };
}

function toHost(url: string): string {
  return URL.canParse(url) ? `https://${new URL(url).host}/` : 'https://example.com/';
}
