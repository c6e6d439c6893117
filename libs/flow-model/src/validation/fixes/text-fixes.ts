import { isKind } from '../../flow-definition';
import { jsonValueSchema } from '../../json-value';
import type { FlowNode } from '../../flow-definition';
import type { FlowOperation } from '../../operations/flow-operation';
import { countUtf8Bytes, instagramLimits } from '../instagram-limits';
import { fixBy, toFreeId, type MakeFix } from './fix-input';
import { readField, readPath, setPath } from '../../operations/node-paths';

const contactFields = new Set(['firstName', 'lastName', 'username', 'email', 'phone', 'tags', 'id']);
const names = new Set(['contact.firstName', 'contact.lastName', 'contact.name']);

/** The variable between the braces of the problem's sentence. */
function variableOf(message: string): string | null {
  return /“\{\{([^}]+)\}\}”/.exec(message)?.[1] ?? null;
}

/** Says what stands in place of a value that is not known. */
export const giveDefault: MakeFix = ({ node, problem }) => {
  const variable = variableOf(problem.message);
  const text = readPath(node, problem.path);
  if (variable === null || typeof text !== 'string') return null;
  const isName = names.has(variable);
  const pattern = new RegExp(`\\{\\{(-?\\s*)${escape(variable)}(\\s*(?:\\|[^}]*?)?)(\\s*-?)\\}\\}`, 'g');
  const filled = text.replace(pattern, (whole: string, before: string, filters: string, after: string) =>
    filters.includes('default')
      ? whole
      : `{{${before}${variable}${filters.trimEnd()} | default: "${isName ? 'there' : ''}"${after || ' '}}}`,
  );
  if (filled === text) return null;
  const label = isName ? 'Say “there” when it is empty' : 'Leave it out when it is empty';
  return fixBy(isName ? 'default_there' : 'default_empty', label, setPath(node, problem.path, filled));
};

/** `{{firstName}}` is meant as `{{contact.firstName}}`. */
export const nameContact: MakeFix = ({ node, problem }) => {
  const variable = variableOf(problem.message);
  const text = readPath(node, problem.path);
  if (variable === null || typeof text !== 'string' || !contactFields.has(variable)) return null;
  const written = text.replaceAll(
    new RegExp(`(\\{\\{-?\\s*)${escape(variable)}(?=[\\s|}-])`, 'g'),
    `$1contact.${variable}`,
  );
  return written === text
    ? null
    : fixBy('name_contact', `Write contact.${variable}`, setPath(node, problem.path, written));
};

/** Writes a long text as several messages; buttons and connections stay with the last one. */
export const splitMessage: MakeFix = ({ node, problem, nodeIds }) => {
  if (problem.path !== 'content.text' || !isKind(node, 'message') || !node.content?.text) return null;
  const hasButtons = node.content.buttons?.some(({ type }) => type !== 'quick_reply') ?? false;
  const pieces = splitAtSentences(node.content.text, hasButtons ? instagramLimits.buttonTextLength : 0);
  if (pieces === null || pieces.length < 2) return null;
  const [first = '', ...rest] = pieces;
  const taken = new Set(nodeIds);
  const parts = rest.map((text, index): FlowNode => {
    const id = toFreeId(taken, node.id);
    taken.add(id);
    const { mediaUrl: _url, mediaType: _type, imageUrls: _images, buttons, ...content } = node.content ?? {};
    const isLast = index === rest.length - 1;
    const place = node.position
      ? { position: { x: node.position.x, y: node.position.y + 220 * (index + 1) } }
      : {};
    return { ...node, ...place, id, content: { ...content, text, buttons: isLast ? buttons : [] } };
  });
  const lead = (from: string, to: FlowNode | undefined): FlowOperation | null =>
    to
      ? { op: 'set_connections', nodeId: from, connections: [{ targetNodeId: to.id, condition: null }] }
      : null;
  const content = readField(node, 'content');
  const opening = jsonValueSchema.parse({ ...asObject(content), text: first, buttons: [] });
  return fixBy(
    'split_message',
    `Split into ${pieces.length} messages`,
    ...parts.toReversed().map((part): FlowOperation => ({ op: 'add_node', node: part })),
    ...parts.slice(0, -1).map((part, index) => lead(part.id, parts[index + 1])),
    { op: 'update_node', nodeId: node.id, set: { content: opening } },
    lead(node.id, parts[0]),
  );
};

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Pieces that Instagram takes, cut behind sentences or words; null when there is no such place. */
function splitAtSentences(text: string, characters: number): string[] | null {
  const fits = (part: string): boolean =>
    countUtf8Bytes(part) <= instagramLimits.textBytes && (characters === 0 || [...part].length <= characters);
  const parts = text.match(/(?:\{\{[^}]*\}\}|\{%[^%]*%\}|[^\s])+\s*/g) ?? [];
  if (/\{%/.test(text) || parts.some((part) => !fits(part))) return null;
  const pieces: string[] = [];
  let current = '';
  for (const part of parts) {
    if (current !== '' && !fits((current + part).trimEnd())) {
      const cut = lastSentenceEnd(current);
      pieces.push(current.slice(0, cut).trim());
      current = current.slice(cut);
    }
    current += part;
  }
  return [...pieces, current.trim()];
}

/** Behind the last sentence when it lies in the second half, else the whole. */
function lastSentenceEnd(text: string): number {
  const ends = [...text.matchAll(/[.!?…](?=\s)/g)].map(({ index }) => index + 1);
  const last = ends.at(-1) ?? 0;
  return last > text.length / 2 ? last : text.length;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
