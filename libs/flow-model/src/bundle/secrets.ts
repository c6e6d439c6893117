import { isKind, type FlowNode } from '../flow-definition';
import type { LoadedBundle, LoadedFlow } from './read-flow-file';

const secretHeader = /authorization|cookie|secret|token|password|api[-_]?key|signature/i;

type Secret = {
  key: string;
  header: string;
  isFilled: boolean;
  usedBy: { flowId: string; nodeId: string | null }[];
};

/** How a secret of a bundle is named. */
export function secretKey(flowId: string, nodeId: string, header: string): string {
  return `${flowId}/${nodeId}/${header.toLowerCase()}`;
}

/** Whether a header holds a password or a key, by its name. */
export function isSecretHeader(name: string): boolean {
  return secretHeader.test(name);
}

/** The passwords and keys in the calls of a flow. */
export function listSecrets({ id, definition }: LoadedFlow): Secret[] {
  return definition.nodes.flatMap((node) =>
    listSecretHeaders(node).map(([header, value]) => ({
      key: secretKey(id, node.id, header),
      header,
      isFilled: value.trim() !== '',
      usedBy: [{ flowId: id, nodeId: node.id }],
    })),
  );
}

/** The bundle without any password or key, as it may be given to others. */
export function removeSecrets({ flows }: LoadedBundle): LoadedBundle {
  const blank = (node: FlowNode): FlowNode => {
    if (!isKind(node, 'external_api_call') || listSecretHeaders(node).length === 0) return node;
    const headers = Object.entries(node.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      isSecretHeader(name) ? '' : value,
    ]);
    return { ...node, headers: Object.fromEntries(headers) };
  };
  return {
    flows: flows.map((flow) => ({
      ...flow,
      definition: { ...flow.definition, nodes: flow.definition.nodes.map(blank) },
    })),
  };
}

function listSecretHeaders(node: FlowNode): [string, string][] {
  if (!isKind(node, 'external_api_call')) return [];
  return Object.entries(node.headers ?? {}).filter(([name]) => isSecretHeader(name));
}
