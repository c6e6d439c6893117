import { isKind, isNodeKind, type FlowNode, type NodeKind, type NodeOf } from '@instaflow/flow-model';

type ReadText = (node: FlowNode) => string | null;

function forKind<K extends NodeKind>(kind: K, read: (node: NodeOf<K>) => string | null): ReadText {
  return (node) => (isKind(node, kind) ? read(node) : null);
}

const readers: Partial<Record<NodeKind, ReadText>> = {
  message: forKind('message', ({ content }) => content?.text || (content?.mediaUrl ? null : '')),
  get_input: forKind('get_input', ({ prompt }) => prompt ?? ''),
  human_takeover: forKind('human_takeover', ({ messageToContact }) => messageToContact || null),
  note: forKind('note', ({ text }) => text ?? ''),
  comment_reply: forKind('comment_reply', ({ text }) => (Array.isArray(text) ? text[0] : text) ?? ''),
  carousel: forKind('carousel', ({ elements }) =>
    [elements?.[0]?.title, elements?.[0]?.subtitle].filter(Boolean).join('\n'),
  ),
};

/** What the person reads in the chat; empty text shows as an invitation to write, null as no bubble at all. */
export function readBubbleText(node: FlowNode): string | null {
  return isNodeKind(node.type) ? (readers[node.type]?.(node) ?? null) : null;
}
