import type { TurnRow } from '@instaflow/db';
import type { Effect } from '@instaflow/flow-engine';

export type ContactChanges = Pick<
  TurnRow,
  'addTags' | 'removeTags' | 'setAttributes' | 'dropAttributes' | 'optedOut' | 'needsHuman' | 'noteToAgent'
>;

/**
 * What the effects change about a contact, as differences: somebody who tags the contact while its turn is being
 * decided keeps their tag. Of contradicting effects the later one holds.
 */
export const changesOfContact = (effects: readonly Effect[]): ContactChanges => {
  const tags = new Map<string, boolean>();
  const attributes = new Map<string, unknown>();
  const changes: ContactChanges = {
    addTags: null,
    removeTags: [],
    setAttributes: null,
    dropAttributes: [],
    optedOut: null,
    needsHuman: false,
    noteToAgent: null,
  };
  for (const effect of effects) {
    if (effect.kind === 'add_tags') for (const tag of effect.tags) tags.set(tag, true);
    if (effect.kind === 'remove_tags') for (const tag of effect.tags) tags.set(tag, false);
    if (effect.kind === 'set_attribute') attributes.set(effect.attribute, effect.value);
    if (effect.kind === 'opt_out') changes.optedOut = true;
    if (effect.kind === 'opt_in') changes.optedOut = false;
    if (effect.kind === 'request_human') {
      changes.needsHuman = true;
      changes.noteToAgent = effect.messageToAgent;
    }
  }
  if (tags.size > 0) {
    changes.addTags = [...tags].filter(([, isAdded]) => isAdded).map(([tag]) => tag);
    changes.removeTags = [...tags].filter(([, isAdded]) => !isAdded).map(([tag]) => tag);
  }
  if (attributes.size > 0) {
    const kept = [...attributes].filter(([, value]) => value !== null);
    changes.setAttributes = Object.fromEntries(kept);
    changes.dropAttributes = [...attributes].filter(([, value]) => value === null).map(([name]) => name);
  }
  return changes;
};
