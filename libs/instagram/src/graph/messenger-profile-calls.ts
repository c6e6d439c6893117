import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readFlag, readText } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import { readSuccess } from './read-success';
import type { AccountAccess } from './send-calls';

export type IceBreaker = { question: string; payload: string };
/** The questions of one locale; `default` (null) for everybody else. */
export type IceBreakerSet = { locale: string | null; iceBreakers: IceBreaker[] };
export type MenuItem =
  { type: 'postback'; title: string; payload: string } | { type: 'web_url'; title: string; url: string };
export type PersistentMenu = { locale: string; isComposerDisabled: boolean; items: MenuItem[] };

const readIceBreaker = (item: JsonObject): IceBreaker[] => {
  const question = readText(item, 'question');
  const payload = readText(item, 'payload');
  return question === null || payload === null ? [] : [{ question, payload }];
};

const readMenuItem = (item: JsonObject): MenuItem[] => {
  const title = readText(item, 'title');
  const url = readText(item, 'url');
  const payload = readText(item, 'payload');
  if (title === null) return [];
  if (readText(item, 'type') === 'web_url') return url === null ? [] : [{ type: 'web_url', title, url }];
  return payload === null ? [] : [{ type: 'postback', title, payload }];
};

const actionsOf = (item: JsonObject) => readArray(item, 'call_to_actions').filter(isJsonObject);

/** The sets stand in `data` themselves, or one level below under the name of the field. */
const listIn = (answer: JsonObject, field: string): JsonObject[] | null => {
  if (!Array.isArray(answer['data'])) return null;
  return answer['data']
    .filter(isJsonObject)
    .flatMap((item) => (field in item ? readArray(item, field).filter(isJsonObject) : [item]))
    .filter((item) => 'call_to_actions' in item);
};

const readIceBreakers: ReadAnswer<{ sets: IceBreakerSet[] }> = (answer) => {
  const list = listIn(answer, 'ice_breakers');
  if (!list) return null;
  return {
    sets: list.map((item) => ({
      locale: readText(item, 'locale'),
      iceBreakers: actionsOf(item).flatMap(readIceBreaker),
    })),
  };
};

const readMenus: ReadAnswer<{ menus: PersistentMenu[] }> = (answer) => {
  const list = listIn(answer, 'persistent_menu');
  if (!list) return null;
  return {
    menus: list.map((item) => ({
      locale: readText(item, 'locale') ?? 'default',
      isComposerDisabled: readFlag(item, 'composer_input_disabled'),
      items: actionsOf(item).flatMap(readMenuItem),
    })),
  };
};

const menuBody = ({ locale, isComposerDisabled, items }: PersistentMenu): JsonObject => ({
  locale,
  composer_input_disabled: isComposerDisabled,
  call_to_actions: items.map((item) => ({ ...item })),
});

const setBody = ({ locale, iceBreakers }: IceBreakerSet): JsonObject => ({
  call_to_actions: iceBreakers.map((item) => ({ ...item })),
  ...(locale !== null && { locale }),
});

type Field = 'ice_breakers' | 'persistent_menu';

/**
 * Ice breakers and the persistent menu of an account. Writing replaces all of them; every call may be repeated. Phones
 * show changes late, so taps on what is gone still arrive.
 */
export const messengerProfileCalls = (call: GraphTransport) => {
  const pathOf = (access: AccountAccess) => `${messagingNode(access)}/messenger_profile`;
  const get = <Data>(access: AccountAccess, field: Field, read: ReadAnswer<Data>) =>
    call({
      method: 'GET',
      path: pathOf(access),
      query: { platform: 'instagram', fields: field },
      token: access.token,
      read,
    });
  const change = (access: AccountAccess, method: 'POST' | 'DELETE', body: JsonObject) =>
    call({
      method,
      path: pathOf(access),
      query: { platform: 'instagram' },
      body: { platform: 'instagram', ...body },
      token: access.token,
      isRepeatable: true,
      read: readSuccess,
    });
  return {
    getIceBreakers: (access: AccountAccess) => get(access, 'ice_breakers', readIceBreakers),
    setIceBreakers: ({ sets, ...access }: AccountAccess & { sets: readonly IceBreakerSet[] }) =>
      change(access, 'POST', { ice_breakers: sets.map(setBody) }),
    deleteIceBreakers: (access: AccountAccess) => change(access, 'DELETE', { fields: ['ice_breakers'] }),

    getPersistentMenu: (access: AccountAccess) => get(access, 'persistent_menu', readMenus),
    setPersistentMenu: ({ menus, ...access }: AccountAccess & { menus: readonly PersistentMenu[] }) =>
      change(access, 'POST', { persistent_menu: menus.map(menuBody) }),
    deletePersistentMenu: (access: AccountAccess) =>
      change(access, 'DELETE', { fields: ['persistent_menu'] }),
  };
};
