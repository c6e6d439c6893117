import { checkOutgoing, type OutgoingMessage } from '@instaflow/instagram';
import { unprocessable } from '@instaflow/platform';

/** Throws 422 with the gravest of what Instagram would refuse; what it only cuts is sent. */
export function refuseContent(messages: readonly OutgoingMessage[]): void {
  const problems = messages.flatMap(checkOutgoing).filter(({ isCut }) => !isCut);
  const [gravest] = problems;
  if (gravest === undefined) return;
  throw unprocessable(
    gravest.code,
    gravest.sentence,
    problems.map(({ path, sentence }) => ({ path, message: sentence })),
  );
}
