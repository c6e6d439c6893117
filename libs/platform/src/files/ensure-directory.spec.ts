import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDirectory } from './ensure-directory';

describe('ensureDirectory', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'instaflow-folders-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('creates a folder with all that are missing above it, and is content with one that is there', () => {
    const deep = join(directory, 'a', 'b', 'c');
    ensureDirectory(deep);
    ensureDirectory(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it('follows a link to a folder', () => {
    symlinkSync(directory, join(directory, 'link'));
    ensureDirectory(join(directory, 'link', 'below'));
    expect(statSync(join(directory, 'below')).isDirectory()).toBe(true);
  });

  it('refuses a path below a file, a file itself and a link to nowhere', () => {
    writeFileSync(join(directory, 'file'), '');
    symlinkSync(join(directory, 'missing', 'target'), join(directory, 'dangling'));
    expect(() => ensureDirectory(join(directory, 'file', 'below', 'it'))).toThrow('ENOTDIR');
    expect(() => ensureDirectory(join(directory, 'file'))).toThrow('EEXIST');
    expect(() => ensureDirectory(join(directory, 'dangling'))).toThrow('EEXIST');
    expect(() => ensureDirectory(join(directory, 'dangling', 'below'))).toThrow();
  });

  it('gives up below a pseudo file system instead of trying for ever', () => {
    // Where there is no /proc, such as on macOS, its parent cannot be written to either.
    expect(existsSync('/proc/instaflow')).toBe(false);
    expect(() => ensureDirectory('/proc/instaflow/data/users')).toThrow();
  });
});
