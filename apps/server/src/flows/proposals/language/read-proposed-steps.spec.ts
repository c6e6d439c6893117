import { draftedHandOver, draftedMessage, draftedSteps, oneOfEach } from '../spec-support/drafted-steps';
import type { ProposedStep } from './proposed-steps';
import { describeAnswer, readProposedSteps } from './read-proposed-steps';

const read = (steps: readonly object[]) => readProposedSteps(JSON.stringify({ summary: 'Short.', steps }));
const problemsOf = (...steps: readonly object[]) => {
  const told = read(steps);
  return told.ok ? [] : told.problems;
};

describe('what a model answered', () => {
  it('is read, fences and all', () => {
    expect(readProposedSteps(JSON.stringify(draftedSteps))).toEqual({ ok: true, steps: draftedSteps });
    expect(readProposedSteps(`\`\`\`json\n${JSON.stringify(oneOfEach)}\n\`\`\``).ok).toBe(true);
  });

  it.each(['', 'Sure, here you go:', '[]', '{"summary": "x", "steps": []}', 'null'])(
    'is refused: %j',
    (text) => {
      expect(readProposedSteps(text).ok).toBe(false);
    },
  );

  it('is told what is wrong, and where', () => {
    const long = { ...draftedMessage, quickReplies: [{ title: 'x'.repeat(21), next: null }] };
    expect(problemsOf(long)).toEqual([expect.stringMatching(/^steps\.0\.quickReplies\.0\.title: .*20/)]);
    expect(problemsOf({ ...draftedHandOver, kind: 'send_money' })[0]).toMatch(/^steps\.0\.kind: /);
    expect(problemsOf({ ...draftedHandOver, url: 'x' })).toHaveLength(1);
  });

  it.each<[string, ProposedStep[], string]>([
    ['a way to nowhere', [draftedMessage, draftedHandOver], '"hello" leads to "prices", which is not there.'],
    ['a step nobody gets to', [draftedHandOver, { ...draftedHandOver, key: 'b' }], 'Nothing leads to "b"'],
    ['a key twice', [draftedHandOver, draftedHandOver], 'Two steps have the key "person"'],
    [
      'a title twice',
      [{ ...draftedMessage, quickReplies: [1, 2].map(() => ({ title: 'Yes', next: null })) }],
      '"hello" has the same title twice.',
    ],
    [
      'buttons beside quick replies',
      [
        {
          ...draftedMessage,
          quickReplies: [{ title: 'A', next: null }],
          buttons: [{ title: 'B', url: null, next: null }],
        },
      ],
      '"hello" has buttons and quick replies',
    ],
    [
      'an address that is none',
      [
        {
          ...draftedMessage,
          quickReplies: [],
          buttons: [{ title: 'B', url: 'javascript:alert(1)', next: null }],
        },
      ],
      'The address of "B" in "hello"',
    ],
    [
      'too long a text above buttons',
      [
        {
          ...draftedMessage,
          text: 'x'.repeat(641),
          quickReplies: [],
          buttons: [{ title: 'B', url: null, next: null }],
        },
      ],
      'longer than 640 characters',
    ],
    [
      'a split into more than all',
      [
        {
          kind: 'split',
          key: 's',
          name: 'S',
          branches: [60, 50].map((percent) => ({ label: String(percent), percent, next: null })),
        },
      ],
      'sum to 110, not to 100',
    ],
  ])('is refused with %s', (_, steps, problem) => {
    expect(problemsOf(...steps).join('\n')).toContain(problem);
  });

  it('goes round in circles without hanging', () => {
    expect(problemsOf({ ...draftedMessage, quickReplies: [{ title: 'Again', next: 'hello' }] })).toEqual([]);
  });
});

describe('the schema a model is given', () => {
  const { schema } = describeAnswer();
  const objects: Record<string, unknown>[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) objects.push(value as Record<string, unknown>);
    Object.values(value).forEach(walk);
  };
  walk(schema);

  it('keeps to what strict structured outputs take', () => {
    const words = new Set(objects.flatMap((object) => Object.keys(object)));
    for (const word of ['oneOf', 'minLength', 'maxLength', '$schema', 'default'])
      expect(words).not.toContain(word);
    expect(words).toContain('anyOf');
    for (const { type, properties, required, additionalProperties } of objects) {
      if (type !== 'object') continue;
      expect(additionalProperties).toBe(false);
      expect(required).toEqual(Object.keys(properties as object));
    }
  });
});
