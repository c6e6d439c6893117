import { findTrouble, healthOf, tokenStateOf } from './account-health';

describe('healthOf', () => {
  it('puts a broken connection before a pause', () => {
    expect(healthOf({ status: 'error', pausedAt: '2026-11-20T10:00:00.000Z' })).toBe('error');
    expect(healthOf({ status: 'connected', pausedAt: '2026-11-20T10:00:00.000Z' })).toBe('paused');
    expect(healthOf({ status: 'connected', pausedAt: null })).toBe('connected');
  });
});

describe('tokenStateOf', () => {
  const now = Date.parse('2026-11-20T00:00:00.000Z');
  it.each([
    [null, 'forever'],
    ['2026-12-20T00:00:00.000Z', 'valid'],
    ['2026-11-26T00:00:00.000Z', 'endsSoon'],
    ['2026-11-19T00:00:00.000Z', 'ended'],
  ])('calls %p %s', (expiresAt, expected) => {
    expect(tokenStateOf(expiresAt, now)).toBe(expected);
  });
});

describe('findTrouble', () => {
  const now = Date.parse('2026-11-20T00:00:00.000Z');
  const fine = {
    status: 'connected' as const,
    statusReason: null,
    tokenExpiresAt: '2027-01-10T00:00:00.000Z',
  };
  const soon = '2026-11-22T00:00:00.000Z';
  it.each([
    [{}, null],
    [{ status: 'error' as const, tokenExpiresAt: soon }, 'error'],
    [{ tokenExpiresAt: soon }, 'tokenEndsSoon'],
    [{ tokenExpiresAt: '2026-11-01T00:00:00.000Z' }, 'tokenEnded'],
    [{ statusReason: 'The access could not be renewed.' }, 'told'],
    [{ status: 'disconnected' as const, statusReason: 'Removed.', tokenExpiresAt: soon }, 'told'],
    [{ status: 'disconnected' as const, tokenExpiresAt: soon }, null],
  ])('finds in %j: %s', (change, expected) => {
    expect(findTrouble({ ...fine, ...change }, now)).toBe(expected);
  });
});
