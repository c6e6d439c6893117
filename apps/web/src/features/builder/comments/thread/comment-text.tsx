import type { CommentPerson } from '@instaflow/contracts';
import { useCommentTexts } from '../comment-texts';
import { splitMentions } from '../split-mentions';

/** What a comment says: plain text with its line breaks, mentions standing out. */
export function CommentText({ text, mentions }: { text: string | null; mentions: readonly CommentPerson[] }) {
  const t = useCommentTexts();
  if (text === null) return <p className="text-ink-muted italic">{t('wasDeleted')}</p>;
  return (
    <p className="break-words whitespace-pre-wrap">
      {splitMentions(text, mentions).map((part, index) =>
        part.userId === null ? (
          part.text
        ) : (
          // Parts of one text: their place is all that tells them apart.
          <span key={index} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent-text">
            {part.text}
          </span>
        ),
      )}
    </p>
  );
}
