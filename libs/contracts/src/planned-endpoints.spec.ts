import { z } from 'zod';
import { connectionEndpoints, connectionResult, loginCallbackQuery } from './connection';
import { dataDeletionEndpoints } from './data-deletion';
import { doctorEndpoints } from './doctor';
import { endpoints } from './endpoints';
import { mediaEndpoints, mediaKindOf } from './media';
import { messengerProfileEndpoints } from './messenger-profile';

const groups = {
  ...connectionEndpoints,
  ...doctorEndpoints,
  ...messengerProfileEndpoints,
  ...mediaEndpoints,
  ...dataDeletionEndpoints,
};
const all = Object.entries(groups);
const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

describe('the calls of connections, menus and media', () => {
  it.each(all)('%s declares exactly the parameters its path names', (_, endpoint) => {
    const declared = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : [];
    expect(declared.sort()).toEqual(parametersOf(endpoint.path).sort());
  });

  it.each(all.filter(([, endpoint]) => endpoint.body instanceof z.ZodObject))(
    '%s refuses body fields it does not know',
    (_, endpoint) => {
      const parsed = (endpoint.body as z.ZodObject).safeParse({ surprise: 1 });
      expect(parsed.error?.issues.map((issue) => issue.code)).toContain('unrecognized_keys');
    },
  );

  it.each(all)('%s can be described in the OpenAPI document', (_, { query, body, response }) => {
    expect(query === undefined || query instanceof z.ZodObject).toBe(true);
    expect(z.toJSONSchema(response)).toHaveProperty('$schema');
    for (const schema of [query, body]) {
      if (schema) expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('$schema');
    }
  });

  it.each(all)('%s takes no name and no path of another call', (name, { method, path }) => {
    const others = Object.entries(endpoints).filter(([other]) => other !== name);
    expect(others.map(([, other]) => `${other.method} ${other.path}`)).not.toContain(`${method} ${path}`);
    const twin = Object.entries(endpoints).find(([other]) => other === name)?.[1];
    if (twin) expect(`${twin.method} ${twin.path}`).toBe(`${method} ${path}`);
  });
});

describe('ice breakers and the menu', () => {
  const item = (n: number) => ({ question: `Question ${n}`, payload: `P${n}` });
  const ice = (count: number, locale?: string) => ({
    ...(locale !== undefined && { locale }),
    items: Array.from({ length: count }, (_, n) => item(n)),
  });
  const acceptsIce = (...sets: object[]) =>
    messengerProfileEndpoints.putIceBreakers.body?.safeParse({ sets }).success;

  it('are at most four questions, once per locale, with a default', () => {
    expect(acceptsIce(ice(4))).toBe(true);
    expect(acceptsIce(ice(5))).toBe(false);
    expect(acceptsIce()).toBe(true);
    expect(acceptsIce(ice(1), ice(1))).toBe(false);
    expect(acceptsIce(ice(1), ice(1, 'de_DE'))).toBe(true);
    expect(acceptsIce(ice(1, 'de_DE'))).toBe(false);
  });

  it('hold taps and addresses only', () => {
    const accepts = (...items: object[]) =>
      messengerProfileEndpoints.putPersistentMenu.body?.safeParse({ menus: [{ items }] }).success;
    expect(accepts({ type: 'postback', title: 'Prices', payload: 'PRICES' })).toBe(true);
    expect(accepts({ type: 'web_url', title: 'Shop', url: 'https://example.com' })).toBe(true);
    expect(accepts({ type: 'web_url', title: 'Shop', url: 'javascript:alert(1)' })).toBe(false);
    expect(
      accepts(...Array.from({ length: 6 }, () => ({ type: 'postback', title: 'a', payload: 'b' }))),
    ).toBe(false);
  });
});

describe('a login', () => {
  it('comes back with a code or with a refusal, and with whatever else Meta adds', () => {
    expect(loginCallbackQuery.safeParse({ code: 'c', state: 's', granted_scopes: 'x' }).success).toBe(true);
    expect(
      loginCallbackQuery.safeParse({ error: 'access_denied', error_reason: 'user_denied' }).success,
    ).toBe(true);
    expect(loginCallbackQuery.safeParse({ state: 's' }).success).toBe(false);
  });

  it('ends in one of three ways', () => {
    expect(connectionResult.safeParse({ outcome: 'denied', message: 'No.' }).success).toBe(true);
    expect(connectionResult.safeParse({ outcome: 'maybe' }).success).toBe(false);
  });
});

describe('mediaKindOf', () => {
  it.each([
    ['image/jpeg', 'image'],
    ['IMAGE/PNG; charset=binary', 'image'],
    ['video/mp4', 'video'],
    ['audio/mp4', 'audio'],
    ['application/pdf', 'file'],
    ['image/svg+xml', null],
    ['text/html', null],
    ['', null],
  ])('takes %s as %s', (contentType, kind) => {
    expect(mediaKindOf(contentType)).toBe(kind);
  });
});
