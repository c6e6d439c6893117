import type { OutgoingMessage } from '@instaflow/flow-engine';
import { sentLine } from '../../spec-support/talk-lines';
import type { PictureRow } from '../plan/list-picture-rows';
import { listMedia, mapMedia } from './list-media';

const sent = (message: OutgoingMessage): PictureRow => ({
  kind: 'line',
  isRequest: false,
  line: sentLine(message),
});
const rows = [
  sent({ media: { type: 'video', url: 'v' } }),
  sent({ images: [{ url: 'a' }, { url: 'b' }] }),
  sent({ elements: [{ title: 'One', imageUrl: 'a' }, { title: 'Two' }] }),
  sent({ media: { type: 'file', url: 'f' } }),
];

describe('media of a conversation', () => {
  it('are listed once, wherever they stand; files have nothing to show', () => {
    expect(listMedia(rows)).toEqual([
      { type: 'video', url: 'v' },
      { type: 'image', url: 'a' },
      { type: 'image', url: 'b' },
    ]);
  });

  it('are replaced where they stand', () => {
    const changed = mapMedia(rows, ({ url }) => ({ type: 'image', url: `data:${url}` }));
    expect(changed.slice(0, 3)).toEqual([
      sent({ media: { type: 'image', url: 'data:v' } }),
      sent({ images: [{ url: 'data:a' }, { url: 'data:b' }] }),
      sent({ elements: [{ title: 'One', imageUrl: 'data:a' }, { title: 'Two' }] }),
    ]);
  });
});
