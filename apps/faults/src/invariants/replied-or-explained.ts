import type { Evidence, Violation } from '../evidence/evidence';
import type { ShownMessage } from '../evidence/read-shown';
import { isPublicReply, isSend, textOf } from '../evidence/sends';
import type { Story } from '../load/story';

const endings = new Set(['failed', 'cancelled', 'uncertain']);

/** 2: what was due was sent, or is shown with an end and its reason. */
export function checkRepliedOrExplained(evidence: Evidence): Violation[] {
  return evidence.stories.flatMap((story) => {
    const sent = evidence.calls.filter((call) => isSend(call, story.igsid)).map(textOf);
    const ended = explainedTexts(evidence, story);
    const replies = evidence.calls.filter(isPublicReply);
    const isThere = (word: string): boolean => [...sent, ...ended].some((text) => text.includes(word));
    const missing = [
      ...story.due.filter((text) => !sent.includes(text) && !ended.includes(text)),
      ...story.numbered.filter((word) => !isThere(word)),
      ...story.errands.filter((word) => !isThere(`${word} ticket`)),
      ...story.comments.flatMap((id) => [
        ...(replies.some(({ path }) => path.includes(id)) || isThere('public')
          ? []
          : [`public reply to ${id}`]),
        ...(isThere('private') ? [] : [`private reply to ${id}`]),
      ]),
    ];
    return missing.map((text) => ({
      invariant: 2,
      about: story.igsid,
      story: [`"${text}" was due and was neither sent nor explained.`],
    }));
  });
}

function explainedTexts({ contacts }: Evidence, { igsid }: Story): string[] {
  const messages = contacts.find(({ instagramUserId }) => instagramUserId === igsid)?.messages ?? [];
  const isExplained = ({ deliveryStatus, error }: ShownMessage): boolean =>
    endings.has(deliveryStatus) && error !== null;
  return messages.filter(isExplained).map(({ content }) => content.text ?? '');
}
