import type { Trigger } from '@instaflow/contracts';
import { listFlowConflicts } from './list-flow-conflicts';

const trigger = (flowId: string, keyword: string, more: Partial<Trigger> = {}): Trigger =>
  ({
    triggerId: `of-${flowId}`,
    flowId,
    flowName: flowId.toUpperCase(),
    keyword,
    type: 'dm_keyword',
    match: 'contains_word',
    allowTypos: false,
    postScope: 'all',
    postPermalink: null,
    status: 'active',
    priority: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  }) as Trigger;

describe('conflicts of a flow', () => {
  const own = trigger('mine', 'price, link', { priority: 5 });
  const list = (others: Trigger[], silent: string[] = []) =>
    listFlowConflicts({
      flowId: 'mine',
      triggers: [own, ...others],
      isLive: (flowId) => !silent.includes(flowId),
    });

  it('name the other flow, the words, and who wins; those it loses come first', () => {
    expect(list([trigger('sale', 'price'), trigger('shop', 'link', { priority: 9 })])).toEqual([
      { triggerId: 'of-shop', flowName: 'SHOP', words: ['link'], wins: false },
      { triggerId: 'of-sale', flowName: 'SALE', words: ['price'], wins: true },
    ]);
  });

  it('are none with itself, with flows that answer nothing, and of triggers that are off', () => {
    expect(list([trigger('mine', 'price', { triggerId: 'second' })])).toEqual([]);
    expect(list([trigger('sale', 'price')], ['sale'])).toEqual([]);
    expect(list([trigger('sale', 'price', { status: 'inactive' })])).toEqual([]);
  });
});
