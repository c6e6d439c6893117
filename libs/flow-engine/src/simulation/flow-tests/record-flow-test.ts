import type { ExpectedMessage, FlowTest, LoadedFlow } from '@instaflow/flow-model';
import { createTalk } from '../create-talk';
import { playMove } from '../play-move';
import { createTestContact, createTestWorld } from './create-test-world';
import { listMessages, type ShownMessage } from './read-messages';
import { findTestedFlow } from './run-flow-test';
import { toTalkMove } from './to-talk-move';

/**
 * The same conversation with everything expected that happens now: how one that was played becomes a test, and how an
 * old test takes over what a flow does today. Moves that cannot be made end it.
 */
export function recordFlowTest(flows: readonly LoadedFlow[], test: FlowTest): FlowTest {
  const flow = findTestedFlow(flows, test);
  if (!flow) return test;
  const world = createTestWorld(flows, flow, test);
  const steps: FlowTest['steps'] = [];
  let talk = createTalk({
    now: Date.parse(test.startAt),
    contact: createTestContact(test),
    conversation: { isFirstContact: test.contact.isNew ?? false },
  });
  for (const { move } of test.steps) {
    const made = toTalkMove(talk, move);
    if (!made.ok) break;
    const before = talk.lines.length;
    talk = playMove(talk, made.move, world);
    steps.push({ move, expect: { messages: listMessages(talk.lines.slice(before)).map(toExpected) } });
  }
  const { run, contact, conversation } = talk;
  const tags = contact.tags.length > 0 ? { tags: contact.tags } : {};
  const isNamed = Object.keys(contact.customAttributes).length > 0;
  return {
    ...test,
    steps: steps.length > 0 ? steps : test.steps,
    expect: {
      status: run?.status ?? 'idle',
      isWithPerson: conversation.status === 'pending_human',
      ...tags,
      ...(isNamed ? { attributes: contact.customAttributes } : {}),
    },
  };
}

function toExpected({ as, text, mediaUrl, buttons, cards, delivery }: ShownMessage): ExpectedMessage {
  return {
    ...(as === 'message' ? {} : { as }),
    ...(text === null ? {} : { text }),
    ...(mediaUrl === null ? {} : { mediaUrl }),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(cards.length > 0 ? { cards } : {}),
    ...(delivery === 'done' ? {} : { delivery }),
  };
}
