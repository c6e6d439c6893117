import { QuietRounds, type QuietRound } from './quiet-rounds';

const startOf = () => {
  const begun: QuietRound[] = [];
  const ends: (() => void)[] = [];
  const rounds = new QuietRounds((round) => {
    begun.push(round);
    return new Promise((resolve) => ends.push(resolve));
  });
  return { rounds, begun, ends };
};

const eightOf = (accountId: string): string[] => Array<string>(8).fill(accountId);

describe('quiet rounds', () => {
  it('begin beside a round with eight people of one account, for shards somebody is due in since', () => {
    const { rounds, begun } = startOf();
    rounds.pause();
    rounds.goOnBeside(['quiet', ...eightOf('busy')]);
    expect(begun).toEqual([]);
    rounds.want(3);
    expect(begun).toEqual([{ shards: [3], busyAccounts: ['busy'] }]);
  });

  it('take up what came while the long round was looking', () => {
    const { rounds, begun } = startOf();
    rounds.pause();
    rounds.want(3);
    rounds.want(3);
    rounds.want(4);
    rounds.goOnBeside(eightOf('busy'));
    expect(begun).toEqual([{ shards: [3, 4], busyAccounts: ['busy'] }]);
  });

  it('do not begin beside a round without a busy account, nor after it', () => {
    const { rounds, begun } = startOf();
    rounds.goOnBeside(['a', 'b', 'c']);
    rounds.want(1);
    rounds.goOnBeside(eightOf('busy'));
    expect(begun).toHaveLength(1);
    rounds.pause();
    rounds.want(2);
    expect(begun).toHaveLength(1);
  });

  it('run one at a time, and once more for what came meanwhile', async () => {
    const { rounds, begun, ends } = startOf();
    rounds.goOnBeside(eightOf('busy'));
    rounds.want(1);
    rounds.noteArrival();
    rounds.want(2);
    expect([begun.length, rounds.isRunning]).toEqual([1, true]);
    ends[0]?.();
    await rounds.done();
    expect(begun[1]).toEqual({ shards: [2], busyAccounts: ['busy'] });
    ends[1]?.();
    await rounds.done();
    expect([begun.length, rounds.isRunning]).toEqual([2, false]);
  });
});
