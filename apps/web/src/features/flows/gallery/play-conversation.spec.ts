import { flowBundleSchema, templateGallery } from '@instaflow/flow-model';
import { playConversation } from './play-conversation';

const bundleOf = (id: string) =>
  flowBundleSchema.parse({
    format: 'instaflow.flows',
    version: 1,
    flows: templateGallery.find((template) => template.id === id)?.create().flows,
  });

describe('playConversation', () => {
  it('shows what is said, sent and done behind, in order', () => {
    const lines = playConversation(bundleOf('price_on_comment'), 0) ?? [];
    expect(lines.map((line) => ('how' in line ? `${line.kind} ${line.how}` : line.kind))).toEqual([
      'said comment',
      'public',
      'sent private_reply',
      'said text',
      'sent message',
      'note',
    ]);
  });

  it('says that time passed', () => {
    const all = templateGallery.flatMap(({ id, create }) =>
      create().flows.flatMap(({ tests }) =>
        tests.flatMap((_test, index) => playConversation(bundleOf(id), index) ?? []),
      ),
    );
    expect(all.filter(({ kind }) => kind === 'later').length).toBeGreaterThan(0);
  });

  it('answers nothing for a conversation that is not there', () => {
    expect(playConversation(bundleOf('price_on_comment'), 99)).toBeNull();
  });
});
