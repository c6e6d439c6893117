import { runFlowTest } from '@instaflow/flow-engine';
import { flow, flowTestSchema, message, quickReply, start, type FlowTestInput } from '@instaflow/flow-model';
import i18next, { type TFunction } from 'i18next';
import { describeDifference } from './describe-difference';
import english from './locales/en.json';

let t: TFunction<'flowTests'>;
beforeAll(async () => {
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: 'en',
    resources: { en: { flowTests: english } },
    interpolation: { escapeValue: false },
  });
  t = i18n.getFixedT('en', 'flowTests');
});

const definition = flow(start(), message('Hi', { buttons: [quickReply('A', 'A')] }));
const flows = [{ id: 'f', name: 'F', description: '', definition, triggers: [], tests: [] }];

function say({ steps, ...test }: Partial<FlowTestInput>): string | undefined {
  const { firstDifference } = runFlowTest(
    flows,
    flowTestSchema.parse({ name: 'talk', steps: steps ?? [{ move: { kind: 'start' } }], ...test }),
  );
  return firstDifference ? describeDifference(t, firstDifference) : undefined;
}
const expecting = (...messages: object[]) =>
  say({ steps: [{ move: { kind: 'start' }, expect: { messages } }] });

describe('describeDifference', () => {
  it('says what was said instead, what is missing and what is too much', () => {
    expect(expecting({ text: 'Hello' })).toBe('reply 1 was “Hi” instead of “Hello”');
    expect(expecting({ text: 'Hi' }, { text: 'More' })).toBe('reply 2 did not come: “More”');
    expect(expecting()).toBe('a reply came that was not expected: “Hi”');
    expect(expecting({ contains: 'x' })).toBe('reply 1 does not contain “x”: “Hi”');
    expect(expecting({ buttons: ['B'] })).toBe('reply 1 has the answers “A” instead of “B”');
  });

  it('says how the end differs', () => {
    expect(say({ expect: { status: 'failed' } })).toMatch(/^the flow is .+ instead of failed$/);
    expect(say({ expect: { tags: ['vip'] } })).toBe('the tags are nothing, expected “vip”');
    expect(say({ expect: { attributes: { email: 'a@b.c' } } })).toBe('email is nothing instead of “a@b.c”');
    expect(say({ expect: { isWithPerson: true } })).toBe('nobody of the team has the conversation');
  });

  it('says which answer there was none to tap', () => {
    const tap = { kind: 'tap' as const, title: 'Gone' };
    expect(say({ steps: [{ move: { kind: 'start' } }, { move: tap }] })).toBe(
      'there is no answer “Gone” to tap',
    );
  });
});
