import { listSaid } from '../evidence/deliveries';
import type { Evidence, Violation } from '../evidence/evidence';
import { isSend, textOf } from '../evidence/sends';
import type { Story } from '../load/story';

/** 4: messages reach a person in the order they were queued in, and answers in the order of what they answer. */
export function checkInOrder(evidence: Evidence): Violation[] {
  return evidence.stories.flatMap((story) => [
    ...inQueuedOrder(evidence, story),
    ...inAskedOrder(evidence, story),
  ]);
}

function inQueuedOrder({ calls, outbox }: Evidence, { igsid }: Story): Violation[] {
  const taken = calls.filter((call) => isSend(call, igsid)).map(({ mid }) => mid);
  const queued = outbox.filter(
    (row) => row.igsid === igsid && row.mid !== null && row.kind !== 'comment_reply',
  );
  const places = queued.map(({ mid }) => taken.indexOf(mid)).filter((place) => place >= 0);
  if (isRising(places)) return [];
  return [
    {
      invariant: 4,
      about: igsid,
      story: [
        'Messages overtook each other. Queued:',
        ...queued.map(({ mid }) => String(mid)),
        'Taken:',
        ...taken.map(String),
      ],
    },
  ];
}

/** Only where the program learnt of the messages in their order: Instagram may disorder them. */
function inAskedOrder({ calls, deliveries }: Evidence, { igsid, numbered, events }: Story): Violation[] {
  const midOf = (word: string): string =>
    events
      .map(({ what }) => new RegExp(`writes "say ${word}" \\((.*)\\)`).exec(what)?.[1])
      .find((mid) => mid !== undefined) ?? '';
  const told = deliveries
    .filter(({ outcome }) => outcome === 'delivered')
    .flatMap(listSaid)
    .map(({ id }) => id);
  const learnt = numbered.map((word) => told.indexOf(midOf(word)));
  if (learnt.includes(-1) || !isRising(learnt)) return [];
  const answers = calls
    .filter((call) => isSend(call, igsid))
    .map(textOf)
    .join(' ');
  const places = numbered.map((word) => answers.indexOf(word)).filter((place) => place >= 0);
  if (isRising(places)) return [];
  return [
    { invariant: 4, about: igsid, story: ['Answers came in another order than the questions:', answers] },
  ];
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
