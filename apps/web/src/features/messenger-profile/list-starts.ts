import type { FlowSummary } from '@instaflow/contracts';
import type { ItemDraft, Part } from './profile-draft';

export type StartTexts = { code: string; web: string; gone: string };
export type StartOption = { value: string; label: string };

const flowPrefix = 'flow:';

/** Everything an entry can start, as one list: codes, pages (in the menu), and every flow. */
export function listStarts(input: {
  part: Part;
  item: Pick<ItemDraft, 'start' | 'flowId'>;
  /** Undefined while they are not loaded. */
  flows: readonly Pick<FlowSummary, 'flowId' | 'name'>[] | undefined;
  texts: StartTexts;
}): StartOption[] {
  const { part, item, flows, texts } = input;
  const listed = (flows ?? []).map(({ flowId, name }) => ({ value: flowPrefix + flowId, label: name }));
  const isUnlisted =
    item.start === 'flow' && item.flowId !== '' && !listed.some(({ value }) => value === startValue(item));
  return [
    { value: 'code', label: texts.code },
    ...(part === 'menu' ? [{ value: 'web', label: texts.web }] : []),
    ...(isUnlisted ? [{ value: startValue(item), label: flows ? texts.gone : '…' }] : []),
    ...listed,
  ];
}

/** The option that stands for what an entry starts. */
export const startValue = ({ start, flowId }: Pick<ItemDraft, 'start' | 'flowId'>): string =>
  start === 'flow' ? flowPrefix + flowId : start;

/** What choosing an option changes. */
export function readStart(value: string): Pick<ItemDraft, 'start'> & Partial<ItemDraft> {
  if (value.startsWith(flowPrefix)) return { start: 'flow', flowId: value.slice(flowPrefix.length) };
  return { start: value === 'web' ? 'web' : 'code' };
}
