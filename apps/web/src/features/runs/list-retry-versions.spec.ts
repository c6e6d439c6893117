import { listRetryVersions } from './list-retry-versions';

describe('listRetryVersions', () => {
  const versions = [
    { version: 1, isLive: false },
    { version: 3, isLive: true },
    { version: 2, isLive: false },
  ];

  it('offers every other version, the newest first', () => {
    expect(listRetryVersions(versions, 2)).toEqual([
      { version: 3, isLive: true },
      { version: 1, isLive: false },
    ]);
  });

  it('offers all where its own is not known', () => {
    expect(listRetryVersions(versions, null)).toHaveLength(3);
  });
});
