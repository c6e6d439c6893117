import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureLocalSecrets } from './ensure-local-secrets';

describe('ensureLocalSecrets', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'instaflow-secrets-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('makes strong secrets once and finds them again', () => {
    const made = ensureLocalSecrets(join(directory, 'data'));
    expect(ensureLocalSecrets(join(directory, 'data'))).toEqual(made);
    expect(made.jwtSecret.length).toBeGreaterThanOrEqual(32);
    expect(Buffer.from(made.encryptionKey, 'base64')).toHaveLength(32);
    expect(made.demoPassword).toMatch(/^([a-z]+-){4}\d{4}$/);
  });

  it('lets only the owner read them', () => {
    ensureLocalSecrets(directory);
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps what another process has written first', () => {
    const theirs = ensureLocalSecrets(directory);
    const before = readFileSync(join(directory, 'secrets.json'), 'utf8');
    expect(ensureLocalSecrets(directory)).toEqual(theirs);
    expect(readFileSync(join(directory, 'secrets.json'), 'utf8')).toBe(before);
  });

  it('does not replace a damaged file', () => {
    writeFileSync(join(directory, 'secrets.json'), '{"jwtSecret":');
    expect(() => ensureLocalSecrets(directory)).toThrow(
      expect.objectContaining({ code: 'local_secrets_damaged' }),
    );
  });

  it('says which folder cannot be used', () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    expect(() => ensureLocalSecrets(join(file, 'data'))).toThrow(
      expect.objectContaining({ code: 'data_dir_not_usable', message: expect.stringContaining(file) }),
    );
  });
});
