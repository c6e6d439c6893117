import { forKind } from './for-kind';

export const executeTagContact = forKind('tag_contact', ({ node, contact }) => {
  const tag = (node.tagName ?? '').trim();
  if (tag === '') return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'tag_missing' };
  const isRemoving = node.action === 'remove';
  const others = contact.tags.filter((own) => own !== tag);
  const tags = isRemoving ? others : contact.tags.includes(tag) ? contact.tags : [...contact.tags, tag];
  return {
    outcome: 'advanced',
    signal: { kind: 'next' },
    contact: { ...contact, tags },
    effects: [{ kind: isRemoving ? 'remove_tags' : 'add_tags', tags: [tag] }],
    detail: { tag, action: isRemoving ? 'remove' : 'add' },
  };
});
