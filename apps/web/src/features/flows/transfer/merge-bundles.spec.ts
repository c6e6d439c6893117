import type { FlowBundle } from '@instaflow/flow-model';
import { mergeBundles } from './merge-bundles';

const bundle = (...ids: string[]): FlowBundle => ({
  format: 'instaflow.flows',
  version: 1,
  flows: ids.map((id) => ({ id, name: id, description: '', definition: {}, triggers: [], tests: [] })),
});

describe('mergeBundles', () => {
  it('keeps each flow once, also one that several go to', () => {
    const merged = mergeBundles([bundle('a', 'shared'), bundle('b', 'shared'), bundle('c')]);
    expect(merged.flows.map(({ id }) => id)).toEqual(['a', 'shared', 'b', 'c']);
  });
});
