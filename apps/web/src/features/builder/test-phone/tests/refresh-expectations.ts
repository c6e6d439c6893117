import type { FlowTest, FlowTestExpectation, JsonValue } from '@instaflow/flow-model';

/**
 * The test with what happens now in the place of what it expected. It is held to the same things as before: where it
 * expected nothing, it still does not. `recorded` is the same conversation with everything expected.
 */
export function refreshExpectations(test: FlowTest, recorded: FlowTest): FlowTest {
  return {
    ...test,
    steps: test.steps.map(({ move, expect }, index) => {
      if (!expect) return { move };
      const { messages: _old, ...others } = expect;
      const now = recorded.steps[index]?.expect?.messages;
      const messages =
        expect.messages === undefined ? undefined : refreshMessages(expect.messages, now ?? []);
      return { move, expect: { ...others, ...(messages && { messages }) } };
    }),
    expect: refreshEnd(test.expect, recorded.expect),
  };
}

type Messages = NonNullable<FlowTestExpectation['messages']>;

function refreshMessages(expected: Messages, now: Messages): Messages {
  return now.map((message, index) => {
    const old = expected[index];
    const isAny = old !== undefined && Object.keys(old).length === 0;
    return isAny ? {} : message;
  });
}

type End = FlowTest['expect'];

function refreshEnd(expected: End, now: End): End {
  const attributes = Object.keys(expected.attributes ?? {}).map((name): [string, JsonValue] => [
    name,
    now.attributes?.[name] ?? null,
  ]);
  return {
    ...expected,
    ...(expected.status !== undefined && { status: now.status }),
    ...(expected.isWithPerson !== undefined && { isWithPerson: now.isWithPerson }),
    ...(expected.tags !== undefined && { tags: now.tags ?? [] }),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
  };
}
