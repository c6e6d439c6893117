import { useStore } from 'zustand';
import { useBuilderStore } from '../../state/builder-context';
import type { BuilderStore } from '../../state/builder-store';
import { createPhoneStore, type PhoneState, type PhoneStore } from './phone-store';

const phones = new WeakMap<BuilderStore, PhoneStore>();

/** The test phone of the open builder. */
export function usePhoneStore(): PhoneStore {
  return phoneOf(useBuilderStore());
}

/** The same, for who has the store of the builder at hand. */
export function phoneOf(builder: BuilderStore): PhoneStore {
  const known = phones.get(builder);
  if (known) return known;
  const created = createPhoneStore(() => Date.now());
  phones.set(builder, created);
  return created;
}

/** A part of the test phone's state; re-renders only when that part changes. */
export function usePhone<Part>(select: (state: PhoneState) => Part): Part {
  return useStore(usePhoneStore(), select);
}
