import { cx } from '@instaflow/ui';
import { KindIcon } from '../palette/kind-icon';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import { ChangeBadge } from './change-badge';
import { ChangeLine } from './change-line';
import { usePublishTexts } from './publish-texts';
import { listChanges, type ShownChange, type ShownDiff } from './shown-diff';

export type ChangeListProps = {
  diff: ShownDiff;
  /** Names of steps, for the step the flow begins at. */
  nameStep: (nodeId: string) => string;
  /** Leads to a step; null where it cannot be shown (a removed one, say). */
  onJump?: ((change: ShownChange) => void) | undefined;
  canJump?: (change: ShownChange) => boolean;
  currentNodeId?: string | null;
};

/** What changed, step by step, in words. */
export function ChangeList({
  diff,
  nameStep,
  onJump,
  canJump = () => true,
  currentNodeId = null,
}: ChangeListProps) {
  const t = usePublishTexts();
  const changes = listChanges(diff);
  const isGrouped = diff.document.some(({ path }) => path[0] === 'groups');
  const isSet = diff.document.some(({ path }) => path[0] !== 'groups');
  const isNothing = changes.length === 0 && diff.start === null && diff.document.length === 0;
  return (
    <div className="flex flex-col gap-2">
      {isNothing && <p className="text-ink-muted">{t('changes.none')}</p>}
      {diff.start && (
        <p>
          {t('changes.start', { before: nameStep(diff.start.before), after: nameStep(diff.start.after) })}
        </p>
      )}
      <ul className="flex flex-col gap-2 empty:hidden">
        {changes.map((change) => (
          <ChangeItem
            key={`${change.change}/${change.nodeId}`}
            change={change}
            isCurrent={change.nodeId === currentNodeId}
            onJump={onJump && canJump(change) ? onJump : undefined}
          />
        ))}
      </ul>
      {isGrouped && <p className="text-sm text-ink-muted">{t('changes.groups')}</p>}
      {isSet && <p className="text-sm text-ink-muted">{t('changes.document')}</p>}
      {diff.moved.length > 0 && (
        <p className="text-sm text-ink-muted">{t('changes.movedOnly', { count: diff.moved.length })}</p>
      )}
    </div>
  );
}

function ChangeItem({
  change,
  isCurrent,
  onJump,
}: {
  change: ShownChange;
  isCurrent: boolean;
  onJump: ((change: ShownChange) => void) | undefined;
}) {
  const t = usePublishTexts();
  const kindText = useTexts();
  const kind = nameKind(kindText, change.type);
  const name = change.name || kind;
  const head = (
    <>
      <KindIcon type={change.type} />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className={cx('font-medium break-words', change.change === 'removed' && 'line-through')}>
          {name}
        </span>
        {name !== kind && <span className="text-sm text-ink-muted">{kind}</span>}
      </span>
    </>
  );
  return (
    <li className={cx('rounded-md border p-2.5', isCurrent ? 'border-accent' : 'border-line')}>
      <div className="flex items-start gap-2">
        {onJump ? (
          <button
            type="button"
            aria-label={t('changes.jump', { name })}
            aria-current={isCurrent || undefined}
            className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-sm text-left hover:text-accent-text touch:min-h-10"
            onClick={() => {
              onJump(change);
            }}
          >
            {head}
          </button>
        ) : (
          <span className="flex min-w-0 flex-1 items-center gap-2">{head}</span>
        )}
        <span className="flex min-h-7 shrink-0 items-center">
          <ChangeBadge change={change.change} />
        </span>
      </div>
      {change.words.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-1 text-sm">
          {change.words.map((words, index) => (
            <li key={index} className="break-words">
              <ChangeLine words={words} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
