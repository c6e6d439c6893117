import { createLogger } from '@instaflow/platform';
import { Shutdown } from './shutdown';

const log = createLogger({ level: 'silent' });

describe('Shutdown', () => {
  it('ends in reverse order, one after the other, once', async () => {
    const ended: string[] = [];
    const shutdown = new Shutdown(log);
    for (const name of ['database', 'workers', 'http']) {
      shutdown.add(name, async () => {
        await Promise.resolve();
        ended.push(name);
      });
    }
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(ended).toEqual(['http', 'workers', 'database']);
  });

  it('ends the rest after a part that fails, even one that throws at once', async () => {
    const ended: string[] = [];
    const shutdown = new Shutdown(log);
    shutdown.add('database', () => Promise.resolve(ended.push('database')));
    shutdown.add('queue', () => Promise.reject(new Error('connection lost')));
    shutdown.add('http', () => {
      throw new Error('never listened');
    });
    await shutdown.run();
    expect(ended).toEqual(['database']);
  });

  it('leaves a part that hangs and ends the rest in time', async () => {
    jest.useFakeTimers();
    try {
      const ended: number[] = [];
      const shutdown = new Shutdown(log);
      const startedAt = Date.now();
      shutdown.add('database', () => Promise.resolve(ended.push(Date.now() - startedAt)));
      shutdown.add('queue', () => new Promise(() => undefined));
      shutdown.add('http', () => new Promise(() => undefined));
      const done = shutdown.run();
      await jest.advanceTimersByTimeAsync(9_000);
      await done;
      expect(ended).toEqual([7_300]);
    } finally {
      jest.useRealTimers();
    }
  });
});
