import { flow, message, start, wait } from '@instaflow/flow-model';
import i18next from 'i18next';
import base from '../locales/en.json';
import panel from '../locales/panel-en.json';
import { fromTarget, listTargets, newStep, nowhere, toTarget } from './list-targets';

const i18n = i18next.createInstance();
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { builder: { ...base, ...panel } } } }));

const definition = flow(
  start({ id: 's' }),
  message('Hi', { id: 'a', name: 'Greeting' }),
  wait('1h', { id: 'w', name: '' }),
  message('Bye', { id: 'b', name: 'Farewell', end: true }),
);

describe('where a way out may lead', () => {
  it('is nowhere, a new step, or any other step by its number and name, else its kind', () => {
    const t = i18n.getFixedT('en', 'builder');
    expect(listTargets(t, { definition, ofNodeId: 'a' })).toEqual([
      { value: nowhere, label: 'Nowhere' },
      { value: newStep, label: 'New step…' },
      { value: toTarget('w'), label: `3 · ${base.kinds.wait.label}` },
      { value: toTarget('b'), label: '4 · Farewell' },
    ]);
  });

  it.each(['w', nowhere, newStep])('a step may be called %j', (nodeId) => {
    expect(fromTarget(toTarget(nodeId))).toBe(nodeId);
  });

  it('is nowhere without a step', () => {
    expect([toTarget(null), fromTarget(nowhere), fromTarget(newStep)]).toEqual([nowhere, null, null]);
  });
});
