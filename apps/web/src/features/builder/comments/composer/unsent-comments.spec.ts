import { unsentComments } from './unsent-comments';

const onStep = { kind: 'thread', nodeId: 'a' } as const;
const onFlow = { kind: 'thread', nodeId: null } as const;
const ana = { userId: 'a', name: 'Ana' };

describe('a comment that was not sent', () => {
  it('is kept for its flow and its place, with whom it mentions, until it is sent or emptied', () => {
    unsentComments.keep('flow', onStep, { text: 'Hi @Ana', chosen: [ana] });
    unsentComments.keep('flow', onFlow, { text: 'All of it', chosen: [] });
    expect(unsentComments.read('flow', onStep)).toEqual({ text: 'Hi @Ana', chosen: [ana] });
    expect(unsentComments.read('other', onStep)).toBeUndefined();
    unsentComments.keep('flow', onStep, { text: ' ', chosen: [ana] });
    expect(unsentComments.read('flow', onStep)).toBeUndefined();
    unsentComments.forget('flow', onFlow);
    expect(unsentComments.read('flow', onFlow)).toBeUndefined();
  });
});
