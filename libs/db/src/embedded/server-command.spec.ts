import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverCommand } from './server-command';

describe('serverCommand', () => {
  const closed = mkdtempSync(join(tmpdir(), 'instaflow-closed-'));
  const open = mkdtempSync(join(tmpdir(), 'instaflow-open-'));
  chmodSync(open, 0o755);
  mkdirSync(join(closed, 'data'));
  mkdirSync(join(open, 'data'));
  afterAll(() => [closed, open].forEach((folder) => rmSync(folder, { recursive: true })));
  const account = { uid: 64_321, gid: 64_321 };

  it('runs the program as it is for an ordinary user', () => {
    const command = serverCommand({
      program: '/bin/postgres',
      args: ['-D'],
      account: null,
      directory: closed,
    });
    expect(command).toEqual({ program: '/bin/postgres', args: ['-D'], identity: {} });
  });

  it('changes the account for root where the folders are open', () => {
    const directory = join(open, 'data');
    expect(serverCommand({ program: '/bin/sh', args: [], account, directory })).toEqual({
      program: '/bin/sh',
      args: [],
      identity: account,
    });
  });

  it('passes through closed folders with setpriv', () => {
    const command = serverCommand({
      program: '/bin/sh',
      args: ['-c'],
      account,
      directory: join(closed, 'data'),
    });
    expect(command.program).toBe('setpriv');
    expect(command.args).toEqual(
      expect.arrayContaining(['--reuid=64321', '--ambient-caps=+dac_override', '-c']),
    );
    expect(command.identity).toEqual({});
  });
});
