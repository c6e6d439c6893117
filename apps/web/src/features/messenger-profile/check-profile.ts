import { partLimits, type ItemDraft, type Part, type PartDraft } from './profile-draft';

export type ItemProblem =
  'textMissing' | 'textTooLong' | 'flowMissing' | 'codeMissing' | 'codeRepeated' | 'urlWrong';

/** What of one entry would be refused, by the field it belongs to. */
export type ItemProblems = { text?: ItemProblem; start?: ItemProblem };

const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && text.length <= 2_000;
};

const checkText = (text: string, part: Part): ItemProblem | undefined => {
  const { length } = text.trim();
  if (length === 0) return 'textMissing';
  return length > partLimits[part].text ? 'textTooLong' : undefined;
};

function checkStart(item: ItemDraft, others: readonly ItemDraft[]): ItemProblem | undefined {
  if (item.start === 'web') return isWebAddress(item.url.trim()) ? undefined : 'urlWrong';
  if (item.start === 'flow') return item.flowId === '' ? 'flowMissing' : undefined;
  const code = item.code.trim();
  if (code === '') return 'codeMissing';
  const isTaken = others.some((other) => other.start !== 'web' && other.code.trim() === code);
  return isTaken ? 'codeRepeated' : undefined;
}

/** What would be refused, entry by entry. */
export const checkPart = ({ items }: PartDraft, part: Part): ItemProblems[] =>
  items.map((item) => ({
    text: checkText(item.text, part),
    start: checkStart(
      item,
      items.filter(({ key }) => key !== item.key),
    ),
  }));

export const hasProblems = (problems: readonly ItemProblems[]): boolean =>
  problems.some(({ text, start }) => text !== undefined || start !== undefined);
