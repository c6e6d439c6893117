import type { IceBreakers, StoredMenu } from '@instaflow/contracts';
import { createRandomId } from '../../shared/api/create-random-id';

export type Part = 'iceBreakers' | 'menu';

/** What Instagram takes; a spec keeps it equal to the contract, whose code this page need not load. */
export const partLimits: Record<Part, { items: number; text: number }> = {
  iceBreakers: { items: 4, text: 80 },
  menu: { items: 5, text: 30 },
};

/** What a tap does: starts a flow, meets a trigger by its code, or opens a page. */
export type Start = 'flow' | 'code' | 'web';

/** One entry as its form shows it. `key` names it in the browser only. */
export type ItemDraft = {
  key: string;
  text: string;
  start: Start;
  flowId: string;
  code: string;
  url: string;
};

/** The entries everybody sees; those for single languages are not edited here. */
export type PartDraft = { items: ItemDraft[]; isComposerDisabled: boolean };

type IceBreakerSets = IceBreakers['sets'];
type Menus = StoredMenu['menus'];

const everybody = 'default';

/** A new entry with a code that no other has, since the codes of removed entries keep arriving for a while. */
export const createItem = (): ItemDraft => {
  const key = createRandomId();
  return { key, text: '', start: 'code', flowId: '', code: `TAP_${key.slice(0, 8).toUpperCase()}`, url: '' };
};

const readTap = ({ payload, flowId }: { payload: string; flowId: string | null }) => ({
  start: flowId === null ? ('code' as const) : ('flow' as const),
  flowId: flowId ?? '',
  code: payload,
  url: '',
});

export function readIceBreakers(sets: IceBreakerSets): PartDraft {
  const items = sets.find(({ locale }) => locale === everybody)?.items ?? [];
  return {
    isComposerDisabled: false,
    items: items.map((item) => ({ key: createRandomId(), text: item.question, ...readTap(item) })),
  };
}

export function readMenu(menus: Menus): PartDraft {
  const menu = menus.find(({ locale }) => locale === everybody);
  return {
    isComposerDisabled: menu?.isComposerDisabled ?? false,
    items: (menu?.items ?? []).map((item) => ({
      key: createRandomId(),
      text: item.title,
      ...(item.type === 'web_url'
        ? { start: 'web' as const, flowId: '', code: createItem().code, url: item.url }
        : readTap(item)),
    })),
  };
}

const tapOf = ({ start, flowId, code }: ItemDraft) => ({
  payload: code.trim(),
  flowId: start === 'flow' ? flowId : null,
});

/** What the API takes. Without entries for everybody there may be none for a language either. */
export function writeIceBreakers({ items }: PartDraft, stored: IceBreakerSets): IceBreakerSets {
  if (items.length === 0) return [];
  const written = items.map((item) => ({ question: item.text.trim(), ...tapOf(item) }));
  return [{ locale: everybody, items: written }, ...othersOf(stored)];
}

/** What the API takes. Without entries for everybody there may be none for a language either. */
export function writeMenu({ items, isComposerDisabled }: PartDraft, stored: Menus): Menus {
  if (items.length === 0) return [];
  const written = items.map((item) => {
    const title = item.text.trim();
    return item.start === 'web'
      ? { type: 'web_url' as const, title, url: item.url.trim() }
      : { type: 'postback' as const, title, ...tapOf(item) };
  });
  return [{ locale: everybody, isComposerDisabled, items: written }, ...othersOf(stored)];
}

/** The sets for single languages. */
export const othersOf = <Set extends { locale: string }>(stored: readonly Set[]): Set[] =>
  stored.filter(({ locale }) => locale !== everybody);

/** The same entries with one at another place. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const moved = items[from];
  if (moved === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}
