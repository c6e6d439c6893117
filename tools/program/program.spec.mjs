import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProblem } from './check-node.mjs';
import { hashSources } from './hash-sources.mjs';
import { areDependenciesInstalled } from './install-dependencies.mjs';
import { withLock } from './with-lock.mjs';

let root;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'instaflow-tools-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path, text) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe('nodeProblem', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('accepts Node %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  it.each(['18.20.0', '20.18.9', '16.0.0'])('says what to do with Node %s', (version) => {
    expect(nodeProblem(version)).toContain('needs Node 20.19');
  });
});

describe('hashSources', () => {
  const target = { inputs: ['libs', 'config.json'], except: ['libs/ui'] };
  const hash = () => hashSources(root, target);

  it('changes with content and names, and only with those of the target', () => {
    write('libs/db/a.ts', 'one');
    const first = hash();
    write('libs/ui/b.ts', 'left out');
    write('libs/db/a.spec.ts', 'a test');
    expect(hash()).toBe(first);
    write('config.json', '{}');
    const second = hash();
    expect(second).not.toBe(first);
    write('libs/db/a.ts', 'two');
    expect(hash()).not.toBe(second);
  });
});

describe('areDependenciesInstalled', () => {
  const lock = (packages) => JSON.stringify({ packages });

  it('is false for a fresh checkout', () => {
    write('package-lock.json', lock({}));
    expect(areDependenciesInstalled(root)).toBe(false);
  });

  it('believes an installation by hand that agrees with the lock file, and notices when the lock file changes', () => {
    write(
      'package-lock.json',
      lock({
        '': {},
        'node_modules/a': { version: '1' },
        'node_modules/b': { version: '1', optional: true },
      }),
    );
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1' } }));
    expect(areDependenciesInstalled(root)).toBe(true);
    write('package-lock.json', lock({ '': {}, 'node_modules/a': { version: '2' } }));
    expect(areDependenciesInstalled(root)).toBe(false);
  });
});

describe('withLock', () => {
  it('lets one in at a time and tells the others that they wait', async () => {
    const file = join(root, 'dist', '.lock');
    let inside = 0;
    let most = 0;
    let waited = 0;
    const enter = () =>
      withLock(file, { onWait: () => (waited += 1) }, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all([enter(), enter(), enter()]);
    expect({ most, waited }).toEqual({ most: 1, waited: 2 });
  });

  it('takes over from a process that has died', async () => {
    write('dist/.lock', JSON.stringify({ pid: 2 ** 22 - 1, startedAt: '1' }));
    expect(
      await withLock(join(root, 'dist', '.lock'), { onWait: () => undefined }, () => Promise.resolve(7)),
    ).toBe(7);
  });
});
