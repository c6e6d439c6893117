import { triggerType } from '@instaflow/contracts';
import { listTriggerTypes } from './list-trigger-types';

describe('listTriggerTypes', () => {
  it('offers every kind a flow can have, and says why new followers start none', () => {
    const offers = listTriggerTypes();
    expect(offers.filter(({ isAvailable }) => isAvailable).map(({ type }) => type)).toEqual(
      triggerType.options,
    );
    expect(offers.filter(({ isAvailable }) => !isAvailable)).toEqual([
      { type: 'new_follower', isAvailable: false, reason: expect.stringContaining('new followers') },
    ]);
  });
});
