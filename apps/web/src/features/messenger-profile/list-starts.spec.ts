import { listStarts, readStart, startValue } from './list-starts';

const texts = { code: 'By code', web: 'A page', gone: 'Gone' };
const flows = [{ flowId: 'f1', name: 'Welcome' }];
const code = { start: 'code' as const, flowId: '' };

describe('what an entry can start', () => {
  it('is a page in the menu only', () => {
    const labels = (part: 'menu' | 'iceBreakers') =>
      listStarts({ part, item: code, flows, texts }).map(({ label }) => label);
    expect(labels('menu')).toEqual(['By code', 'A page', 'Welcome']);
    expect(labels('iceBreakers')).toEqual(['By code', 'Welcome']);
  });

  it('names a flow that is gone, but not while flows are loading', () => {
    const item = { start: 'flow' as const, flowId: 'f9' };
    const find = (known: typeof flows | undefined) =>
      listStarts({ part: 'menu', item, flows: known, texts }).find(({ value }) => value === startValue(item));
    expect(find(flows)?.label).toBe('Gone');
    expect(find(undefined)?.label).toBe('…');
  });

  it.each([code, { start: 'web' as const, flowId: '' }, { start: 'flow' as const, flowId: 'f1' }])(
    'reads %j back from its option',
    (item) => expect({ flowId: '', ...readStart(startValue(item)) }).toEqual(item),
  );
});
