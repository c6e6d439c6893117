import type { JsonValue } from '../../json-value';
import { buttonPayload, buttonSchema, type Button } from '../../kinds/button';
import { conditionKey } from '../../connection-condition';
import { instagramLimits } from '../instagram-limits';
import { fixBy, type MakeFix } from './fix-input';
import { readPath, setPath } from '../../operations/node-paths';

function toButton(value: JsonValue | undefined): Button | null {
  const parsed = buttonSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function toButtons(value: JsonValue | undefined): Button[] {
  return Array.isArray(value) ? value.flatMap((item) => toButton(item) ?? []) : [];
}

/** The button itself, for a path to one of its fields. */
const ownerOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));

/** Cuts a title at its 20 characters; its payload stays what it was, so that its connection does. */
export const shortenTitle: MakeFix = ({ node, problem }) => {
  const path = ownerOf(problem.path);
  const button = toButton(readPath(node, path));
  if (!button || button.text.includes('{')) {
    return shortenChoice(readPath(node, path), (value) => setPath(node, path, value));
  }
  const text = cutAtWord(button.text, instagramLimits.titleLength);
  const payload = button.type === 'web_url' ? button.payload : buttonPayload(button);
  const made = plain({ ...button, text, payload });
  return fixBy('shorten', `Shorten to “${text}”`, setPath(node, path, made));
};

function shortenChoice(
  choice: JsonValue | undefined,
  write: (value: JsonValue) => ReturnType<typeof setPath>,
): ReturnType<MakeFix> {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return null;
  const { text, value } = choice;
  if (typeof text !== 'string' || text.includes('{')) return null;
  const short = cutAtWord(text, instagramLimits.titleLength);
  const kept = typeof value === 'string' && value !== '' ? value : text;
  return fixBy('shorten', `Shorten to “${short}”`, write({ ...choice, text: short, value: kept }));
}

/** The longest part of a text that ends with a whole word, within `limit` characters. */
export function cutAtWord(text: string, limit: number): string {
  const characters = [...text.trim()];
  if (characters.length <= limit) return characters.join('');
  const cut = characters.slice(0, limit).join('');
  const space = characters[limit] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return (space > limit / 2 ? cut.slice(0, space) : cut).trim();
}

/** Takes a button away that says nothing; the last one stays, because what waits for it would hang. */
export const removeEmptyButton: MakeFix = ({ node, problem }) => {
  const path = ownerOf(problem.path);
  const list = readPath(node, ownerOf(path));
  const isSafe = path.startsWith('content.buttons.') || (Array.isArray(list) && list.length > 1);
  return isSafe ? fixBy('remove_button', 'Remove this button', setPath(node, path, undefined)) : null;
};

/** Gives the later of two buttons a payload of its own; it leads where both led. */
export const separatePayload: MakeFix = ({ node, problem }) => {
  const path = ownerOf(problem.path);
  const button = toButton(readPath(node, path));
  if (!button) return null;
  const old = buttonPayload(button);
  const taken = new Set(toButtons(readPath(node, ownerOf(path))).map(buttonPayload));
  let number = 2;
  while (taken.has(`${old}_${number}`)) number += 1;
  const payload = `${old}_${number}`;
  const key = conditionKey({ type: 'button_payload', value: old });
  const edge = node.connections.find(({ condition }) => conditionKey(condition) === key);
  const change = setPath(node, path, { ...plain(button), payload });
  const lead = edge
    ? [
        {
          op: 'connect' as const,
          nodeId: node.id,
          targetNodeId: edge.targetNodeId,
          condition: { type: 'button_payload' as const, value: payload },
        },
      ]
    : [];
  return payload.length > instagramLimits.payloadLength
    ? null
    : fixBy('separate_payload', 'Give it a payload of its own', change, ...lead);
};

/** Makes all buttons quick replies: more of them fit, and they may stand beside each other. */
export const toQuickReplies: MakeFix = ({ node, problem }) => {
  const buttons = toButtons(readPath(node, problem.path));
  const canBe =
    problem.path === 'content.buttons' &&
    buttons.every(({ type }) => type !== 'web_url') &&
    buttons.length <= instagramLimits.quickReplies;
  if (!canBe) return null;
  const replies = buttons.map((button) => ({ ...plain(button), type: 'quick_reply' }));
  return fixBy('to_quick_replies', 'Make all of them quick replies', setPath(node, problem.path, replies));
};

/** On a card only buttons work: makes quick replies such. */
export const toPostbacks: MakeFix = ({ node, problem }) => {
  const buttons = toButtons(readPath(node, problem.path));
  if (buttons.length === 0 || buttons.length > instagramLimits.buttons) return null;
  const made = buttons.map((button) => ({
    ...plain(button),
    type: button.type === 'quick_reply' ? 'postback' : button.type,
  }));
  return fixBy('to_buttons', 'Make them buttons', setPath(node, problem.path, made));
};

function plain({ type, text, payload, url }: Button): Record<string, JsonValue> {
  return {
    type,
    text,
    ...(payload === undefined ? {} : { payload }),
    ...(url === undefined ? {} : { url }),
  };
}
