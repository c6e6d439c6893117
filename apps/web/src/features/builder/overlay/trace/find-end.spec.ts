import { findEnd } from './find-end';

const standsAt = (flowId: string) => ({ flowId, version: 1, nodeId: 'n', nodeName: null });

describe('findEnd', () => {
  it.each([
    ['waiting', 'waiting'],
    ['running', 'waiting'],
    ['failed', 'failed'],
  ] as const)('is where a %s run stands', (status, state) => {
    expect(findEnd({ status, standsAt: standsAt('f') }, 'f')).toEqual({ nodeId: 'n', state });
  });

  it('is nowhere when the run is over or stands in another flow', () => {
    expect(findEnd({ status: 'completed', standsAt: standsAt('f') }, 'f')).toBeNull();
    expect(findEnd({ status: 'failed', standsAt: standsAt('g') }, 'f')).toBeNull();
  });
});
