import type { CommentPerson } from '@instaflow/contracts';
import { Avatar, cx } from '@instaflow/ui';
import { useCommentTexts } from '../comment-texts';

export type MentionListProps = {
  id: string;
  people: readonly CommentPerson[];
  activeIndex: number;
  onChoose: (person: CommentPerson) => void;
};

/** Who can be mentioned with what was typed. The focus stays in the text; so do the keys. */
export function MentionList({ id, people, activeIndex, onChoose }: MentionListProps) {
  const t = useCommentTexts();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('mention.label')}
      className="rounded-md border border-line bg-raised p-1"
    >
      {people.map((person, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field has the keys
        <div
          key={person.userId}
          id={`${id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === activeIndex}
          // The text keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(person);
          }}
          className={cx(
            'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 hover:bg-hover touch:min-h-11',
            'aria-selected:bg-hover aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-ring',
          )}
        >
          <Avatar size="sm" name={person.name} />
          <span className="min-w-0 truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
