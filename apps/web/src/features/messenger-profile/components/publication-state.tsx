import { Badge, Button, type Tone } from '@instaflow/ui';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useProfileTexts } from '../use-profile-texts';
import type { Publication } from './part-editor';

export type PublicationStateProps = {
  publication: Publication;
  /** Nothing is stored. */
  isEmpty: boolean;
  /** Null where sending again is not possible. */
  onRetry: (() => void) | null;
  isRetrying: boolean;
};

const tones: Record<Publication['state'], Tone> = {
  published: 'success',
  pending: 'info',
  failed: 'danger',
  changed_elsewhere: 'warning',
};

/** Whether people see on Instagram what is stored here. */
export function PublicationState({ publication, isEmpty, onRetry, isRetrying }: PublicationStateProps) {
  const t = useProfileTexts();
  const { state, stateReason, publishedAt } = publication;
  if (isEmpty && state === 'published') return <Badge className="self-start">{t('state.none')}</Badge>;
  const canRetry = onRetry !== null && (state === 'failed' || state === 'changed_elsewhere');
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <Badge tone={tones[state]} hasDot>
        {t(`state.${state}`)}
      </Badge>
      <span className="text-ink-muted">{stateReason ?? t(`stateText.${state}`)}</span>
      {state === 'published' && publishedAt !== null && (
        <span className="text-ink-muted">
          {t('publishedAt')} <TimeAgo at={publishedAt} />
        </span>
      )}
      {canRetry && (
        <Button size="sm" isBusy={isRetrying} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
