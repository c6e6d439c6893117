import { z } from 'zod';
import { endpoints } from './endpoints';
import { accountSettings } from './instagram-accounts';
import { accountEndpoints } from './instagram-accounts';

const all = Object.entries(endpoints);
const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

describe('the table of endpoints', () => {
  it('names each method and path once', () => {
    const calls = all.map(([, endpoint]) => `${endpoint.method} ${endpoint.path}`);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it.each(all)('%s declares exactly the parameters its path names', (_, endpoint) => {
    const declared = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : [];
    expect(declared.sort()).toEqual(parametersOf(endpoint.path).sort());
  });

  it.each(all.filter(([, endpoint]) => endpoint.body instanceof z.ZodObject))(
    '%s refuses body fields it does not know',
    (_, endpoint) => {
      const parsed = (endpoint.body as z.ZodObject).safeParse({ surprise: 1 });
      const codes = parsed.error?.issues.map((issue) => issue.code) ?? [];
      expect(codes).toContain('unrecognized_keys');
    },
  );

  it.each(all.filter(([, endpoint]) => endpoint.status === 204))(
    '%s answers 204 without a body',
    (_, endpoint) => {
      expect(endpoint.response.safeParse(null).success).toBe(true);
    },
  );
});

describe('account settings', () => {
  it('have the documented defaults', () => {
    expect(accountSettings.parse({})).toMatchObject({
      debounceWindowMs: 4000,
      cooldownMs: 3000,
      messagesPerSecond: 3,
    });
  });

  it('are changed only where the patch says so', () => {
    expect(accountEndpoints.updateAccountSettings.body?.parse({ cooldownMs: 0 })).toEqual({ cooldownMs: 0 });
  });

  it('are bounded', () => {
    const patch = accountEndpoints.updateAccountSettings.body;
    expect(patch?.safeParse({ debounceWindowMs: -1 }).success).toBe(false);
    expect(patch?.safeParse({ messagesPerSecond: 0 }).success).toBe(false);
    expect(patch?.safeParse({ timezone: 'Mars/Olympus' }).success).toBe(false);
    expect(patch?.safeParse({ country: 'Germany' }).success).toBe(false);
    expect(patch?.safeParse({ country: 'DE' }).success).toBe(true);
  });
});
