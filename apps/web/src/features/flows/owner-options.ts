import type { FlowOwner } from '@instaflow/contracts';

/** Whoever looks, in addresses: so that they can be sent to others. */
export const ownFlows = 'me';

export type OwnerOption = { value: string; label: string };

export type OwnerTexts = { me: string; by: (name: string) => string; other: string };

/** Oneself, then everybody else who made flows, by name; and whom the address names, although they made none. */
export function listOwnerOptions(
  owners: readonly FlowOwner[],
  { userId, chosen, texts }: { userId: string | null; chosen: string; texts: OwnerTexts },
): OwnerOption[] {
  const others = owners.filter((owner) => owner.userId !== userId);
  const isKnown = chosen === '' || chosen === ownFlows || others.some((owner) => owner.userId === chosen);
  return [
    ...(userId === null ? [] : [{ value: ownFlows, label: texts.me }]),
    ...others.map((owner) => ({ value: owner.userId, label: texts.by(owner.name) })),
    ...(isKnown ? [] : [{ value: chosen, label: texts.other }]),
  ];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whom an address names; empty for nobody, and for what nobody can be called. */
export const readOwner = (text: string): string => (text === ownFlows || uuid.test(text) ? text : '');
