import { flow, message, onButton, quickReply, start, wait } from '@instaflow/flow-model';
import i18next, { type TFunction } from 'i18next';
import builder from '../locales/en.json';
import type { Wiring } from '../state/canvas-slice';
import english from './locales/en.json';
import { namePlace } from './name-place';

let texts: { t: TFunction<'proposal'>; builderText: TFunction<'builder'> };
beforeAll(async () => {
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: 'en',
    resources: { en: { proposal: english, builder } },
    interpolation: { escapeValue: false },
  });
  texts = { t: i18n.getFixedT('en', 'proposal'), builderText: i18n.getFixedT('en', 'builder') };
});

const definition = flow(
  start({ id: 's', to: [] }),
  message('Hi', {
    id: 'm',
    name: 'Welcome',
    buttons: [quickReply('Yes', 'Y'), quickReply('No', 'N')],
    to: [onButton('N', 'w')],
  }),
  wait('1h', { id: 'w', name: '', end: true }),
);
const tap = (nodeId: string, value: string): Wiring => ({
  kind: 'outlet',
  nodeId,
  condition: { type: 'button_payload', value },
});

describe('where described steps go', () => {
  it.each<[Wiring, string]>([
    [{ kind: 'none' }, 'On its own'],
    [{ kind: 'outlet', nodeId: 'gone', condition: null }, 'On its own'],
    [{ kind: 'outlet', nodeId: 's', condition: null }, 'After “start”'],
    [tap('m', 'Y'), 'After “Welcome” · Yes'],
    [tap('m', 'N'), 'Between “Welcome” · No and “Wait”'],
    [{ kind: 'outlet', nodeId: 'w', condition: null }, 'After “Wait”'],
  ])('%j is named %s', (wiring, named) => {
    expect(namePlace(texts, definition, wiring)).toBe(named);
  });
});
