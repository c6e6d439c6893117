import type { Evidence, Violation } from '../evidence/evidence';
import type { ShownContact, ShownMessage } from '../evidence/read-shown';
import { isPublicReply, isSend, textOf } from '../evidence/sends';

const sentStatuses = new Set(['sent', 'delivered', 'read']);
const refusedStatuses = new Set(['failed', 'cancelled']);

/** 12: what is shown as sent was taken, what is shown as failed or cancelled was not, and nothing taken is missing. */
export function checkStatusesTrue(evidence: Evidence): Violation[] {
  const taken = new Set(
    evidence.calls.filter((call) => isSend(call) || isPublicReply(call)).map(({ mid }) => mid),
  );
  return evidence.contacts.flatMap((contact) => {
    const outbound = contact.messages.filter(({ direction }) => direction === 'outbound');
    const problems = [
      ...outbound.flatMap((message) => judge(evidence, { contact, message, taken })),
      ...unshown(evidence, contact),
    ];
    return problems.map((sentence) => ({ invariant: 12, about: contact.instagramUserId, story: [sentence] }));
  });
}

function judge(
  { calls }: Evidence,
  {
    contact,
    message,
    taken,
  }: { contact: ShownContact; message: ShownMessage; taken: ReadonlySet<string | null> },
): string[] {
  const { deliveryStatus, mid, content, error } = message;
  const name = `"${content.text ?? ''}" (${message.messageLogId})`;
  if (message.type === 'comment_reply') return [];
  if (sentStatuses.has(deliveryStatus)) {
    return mid !== null && taken.has(mid)
      ? []
      : [`${name} is shown as ${deliveryStatus} and was never taken.`];
  }
  if (!refusedStatuses.has(deliveryStatus)) return [];
  const same = calls.some((call) => isSend(call, contact.instagramUserId) && textOf(call) === content.text);
  return [
    ...(same ? [`${name} is shown as ${deliveryStatus} (${error?.code}) and was taken.`] : []),
    ...(error === null ? [`${name} is shown as ${deliveryStatus} without a reason.`] : []),
  ];
}

/** Taken by Instagram and not shown as sent; uncertain ones are shown as just that. */
function unshown({ calls }: Evidence, { instagramUserId, messages }: ShownContact): string[] {
  const shown = new Set(messages.map(({ mid }) => mid));
  const uncertain = new Set(
    messages
      .filter(({ deliveryStatus }) => deliveryStatus === 'uncertain')
      .map(({ content }) => content.text),
  );
  return calls
    .filter((call) => isSend(call, instagramUserId) && !shown.has(call.mid) && !uncertain.has(textOf(call)))
    .map((call) => `"${textOf(call)}" (${call.mid}) was taken and is not shown as sent.`);
}
