import type { ExpectedMessage, FlowTest } from '@instaflow/flow-model';

type End = FlowTest['expect'];

/** One thing a recorded conversation may be held to; its key is stable within the test. */
export type Expectable =
  | { key: string; kind: 'message'; step: number; index: number; message: ExpectedMessage }
  | { key: string; kind: 'silence'; step: number }
  | { key: string; kind: 'status'; status: NonNullable<End['status']> }
  | { key: string; kind: 'person' }
  | { key: string; kind: 'tags'; tags: string[] }
  | { key: string; kind: 'attribute'; name: string; value: NonNullable<End['attributes']>[string] };

/** Everything a recorded conversation expects, move by move, then how it ends. */
export function listExpectables({ steps, expect }: FlowTest): Expectable[] {
  const replies = steps.flatMap(({ expect: atMove }, step): Expectable[] => {
    const messages = atMove?.messages ?? [];
    if (messages.length === 0) return [{ key: `silence/${step}`, kind: 'silence', step }];
    return messages.map((message, index) => ({
      key: `message/${step}/${index}`,
      kind: 'message',
      step,
      index,
      message,
    }));
  });
  return [...replies, ...listEnd(expect)];
}

function listEnd({ status, isWithPerson, tags = [], attributes = {} }: End): Expectable[] {
  return [
    ...(status === undefined ? [] : [{ key: 'status', kind: 'status' as const, status }]),
    ...(isWithPerson === true ? [{ key: 'person', kind: 'person' as const }] : []),
    ...(tags.length === 0 ? [] : [{ key: 'tags', kind: 'tags' as const, tags }]),
    ...Object.entries(attributes).map(([name, value]) => ({
      key: `attribute/${name}`,
      kind: 'attribute' as const,
      name,
      value,
    })),
  ];
}

/**
 * The same conversation held to what was chosen only. A reply that was not chosen may say anything but has to come; where
 * none of a move is chosen, anything may.
 */
export function keepChosen(test: FlowTest, chosen: ReadonlySet<string>): FlowTest {
  const { status, isWithPerson, tags, attributes = {} } = test.expect;
  const named = Object.entries(attributes).filter(([name]) => chosen.has(`attribute/${name}`));
  return {
    ...test,
    steps: test.steps.map((step, index) => keepOfStep(step, index, chosen)),
    expect: {
      ...(chosen.has('status') && { status }),
      ...(chosen.has('person') && { isWithPerson }),
      ...(chosen.has('tags') && { tags }),
      ...(named.length > 0 && { attributes: Object.fromEntries(named) }),
    },
  };
}

type Step = FlowTest['steps'][number];

function keepOfStep({ move, expect }: Step, step: number, chosen: ReadonlySet<string>): Step {
  const messages = expect?.messages ?? [];
  if (messages.length === 0) return chosen.has(`silence/${step}`) ? { move, expect } : { move };
  const isChosen = messages.map((_, index) => chosen.has(`message/${step}/${index}`));
  if (!isChosen.includes(true)) return { move };
  return {
    move,
    expect: { messages: messages.map((message, index) => (isChosen[index] ? message : {})) },
  };
}
