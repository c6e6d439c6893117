import { listChips } from './figure-chips';

const mark = (part: object) => ({
  kind: 'numbers' as const,
  reached: 0,
  sent: 0,
  read: 0,
  clicked: 0,
  waiting: 0,
  failed: 0,
  dropped: 0,
  ...part,
});

describe('listChips', () => {
  it('says that nobody came', () => {
    expect(listChips(mark({}))).toEqual([{ measure: 'reached', value: 0, share: null }]);
  });

  it('shows reads and taps as shares of what was sent, drop-off of who came', () => {
    expect(listChips(mark({ reached: 10, sent: 8, read: 4, clicked: 2, dropped: 5 }))).toEqual([
      { measure: 'reached', value: 10, share: null },
      { measure: 'sent', value: 8, share: null },
      { measure: 'read', value: 4, share: 0.5 },
      { measure: 'clicked', value: 2, share: 0.25 },
      { measure: 'dropped', value: 5, share: 0.5 },
    ]);
  });

  it('has no share of nothing', () => {
    expect(listChips(mark({ dropped: 1 }))[1]).toEqual({ measure: 'dropped', value: 1, share: null });
  });
});
