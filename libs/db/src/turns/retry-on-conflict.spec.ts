import { retryOnConflict } from './retry-on-conflict';
import { isDatabaseUnavailable, sqlStateOf } from './sql-state-of';

const failure = (code: string) => Object.assign(new Error(code), { driverError: { code } });

describe('retryOnConflict', () => {
  it('tries a transaction again that was the victim of a deadlock', async () => {
    let attempts = 0;
    const work = () => {
      attempts += 1;
      return attempts < 3 ? Promise.reject(failure('40P01')) : Promise.resolve('done');
    };
    await expect(retryOnConflict(work)).resolves.toBe('done');
    expect(attempts).toBe(3);
  });

  it('gives up after its attempts, and at once on any other error', async () => {
    let attempts = 0;
    const fail = (code: string) => () => {
      attempts += 1;
      return Promise.reject(failure(code));
    };
    await expect(retryOnConflict(fail('40001'), 4)).rejects.toThrow('40001');
    expect(attempts).toBe(4);
    await expect(retryOnConflict(fail('23505'))).rejects.toThrow('23505');
    expect(attempts).toBe(5);
  });
});

describe('sqlStateOf', () => {
  it('reads the state of a statement that failed, wrapped or not', () => {
    expect(sqlStateOf(failure('23505'))).toBe('23505');
    expect(sqlStateOf({ code: '57P01' })).toBe('57P01');
    expect(sqlStateOf({ code: 'ECONNREFUSED' })).toBeNull();
    expect(sqlStateOf('no')).toBeNull();
  });

  it('tells a database that is away from one that refuses', () => {
    expect(isDatabaseUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseUnavailable(failure('57P03'))).toBe(true);
    expect(isDatabaseUnavailable(failure('22P05'))).toBe(false);
  });
});
