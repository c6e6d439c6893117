import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { messagingLimits as limits } from './messaging-limits';
import { idParams, timestamp, uuid } from './primitives';

const locale = z
  .string()
  .regex(/^([a-z]{2,3}_[A-Z]{2}|default)$/, 'must be `default` or a locale such as de_DE')
  .default('default');
const payload = z.string().min(1).max(limits.payloadLength);
const title = z.string().trim().min(1).max(30);
const webUrl = z.url({ protocol: /^https?$/ }).max(2_000);

/** What a tap starts: a flow by its id, or whatever trigger the payload meets. */
const target = { flowId: uuid.nullable().default(null) };

export const iceBreaker = z.strictObject({ question: z.string().trim().min(1).max(80), payload, ...target });
export type StoredIceBreaker = z.infer<typeof iceBreaker>;

export const iceBreakerSet = z.strictObject({
  locale,
  items: z.array(iceBreaker).min(1).max(limits.iceBreakers),
});

export const menuItem = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title, payload, ...target }),
  z.strictObject({ type: z.literal('web_url'), title, url: webUrl }),
]);
export type StoredMenuItem = z.infer<typeof menuItem>;

export const menuSet = z.strictObject({
  locale,
  /** Takes the field for writing away: people can only tap. */
  isComposerDisabled: z.boolean().default(false),
  items: z.array(menuItem).min(1).max(limits.menuItems),
});

const oncePerLocale = (sets: readonly { locale: string }[]): boolean =>
  new Set(sets.map((set) => set.locale)).size === sets.length;
const hasDefault = (sets: readonly { locale: string }[]): boolean =>
  sets.length === 0 || sets.some((set) => set.locale === 'default');
const repeated = 'names a locale twice';
const needsDefault = 'must hold the locale `default`, which everybody else sees';

const iceBreakerSets = z
  .array(iceBreakerSet)
  .max(20)
  .refine(oncePerLocale, repeated)
  .refine(hasDefault, needsDefault);
const menus = z.array(menuSet).max(20).refine(oncePerLocale, repeated).refine(hasDefault, needsDefault);

/** Whether Instagram has what is stored: `pending` until it took it, `failed` with the reason, `changed_elsewhere`. */
const published = {
  state: z.enum(['published', 'pending', 'failed', 'changed_elsewhere']),
  stateReason: z.string().nullable(),
  publishedAt: timestamp.nullable(),
};

export const iceBreakers = z.object({ sets: z.array(iceBreakerSet), ...published });
export type IceBreakers = z.infer<typeof iceBreakers>;
export const persistentMenu = z.object({ menus: z.array(menuSet), ...published });
export type StoredMenu = z.infer<typeof persistentMenu>;

const tag = 'ice breakers and menu';

export const messengerProfileEndpoints = {
  getIceBreakers: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/ice-breakers',
    access: 'viewer',
    tag,
    summary: 'The questions people see who have not written yet',
    status: 200,
    params: idParams,
    response: iceBreakers,
  }),
  putIceBreakers: defineEndpoint({
    method: 'PUT',
    path: '/instagram-accounts/{id}/ice-breakers',
    access: 'editor',
    tag,
    summary: 'Replaces the ice breakers, at most four per locale; an empty list takes them away',
    status: 200,
    params: idParams,
    body: z.strictObject({ sets: iceBreakerSets }),
    response: iceBreakers,
  }),
  getPersistentMenu: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/menu',
    access: 'viewer',
    tag,
    summary: 'The menu that stands in every conversation',
    status: 200,
    params: idParams,
    response: persistentMenu,
  }),
  putPersistentMenu: defineEndpoint({
    method: 'PUT',
    path: '/instagram-accounts/{id}/menu',
    access: 'editor',
    tag,
    summary: 'Replaces the menu, at most five items per locale; an empty list takes it away',
    status: 200,
    params: idParams,
    body: z.strictObject({ menus }),
    response: persistentMenu,
  }),
};
