import type { FlowTestInput } from '../../flow-tests/flow-test';

type Step = FlowTestInput['steps'][number];
type Expected = NonNullable<NonNullable<Step['expect']>['messages']>;

const shown = (contains: readonly string[]): Step['expect'] => ({
  messages: contains.map((text): Expected[number] => ({ contains: text })),
});

/** The person writes, and is answered with messages that contain these texts. */
export const says = (text: string, ...answers: string[]): Step => ({
  move: { kind: 'text', text },
  expect: shown(answers),
});
export const taps = (title: string, ...answers: string[]): Step => ({
  move: { kind: 'tap', title },
  expect: shown(answers),
});
export const comments = (text: string, ...answers: string[]): Step => ({
  move: { kind: 'comment', text },
  expect: shown(answers),
});
export const passes = (duration: string, ...answers: string[]): Step => ({
  move: { kind: 'pass', duration },
  expect: shown(answers),
});
