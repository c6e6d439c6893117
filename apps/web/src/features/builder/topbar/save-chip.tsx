import { Badge, Button, Tooltip, type Tone } from '@instaflow/ui';
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { countUnsaved, type AutosaveState } from '../autosave/autosave-machine';
import { useBuilder } from '../state/builder-context';
import { useTexts, type BuilderTexts } from '../texts/use-texts';

/** Whether the draft is safe on the server. Never says saved before the server did. */
export function SaveChip({ onResolve }: { onResolve: () => void }) {
  const t = useTexts();
  const autosave = useBuilder((state) => state.autosave);
  const isKeptLocally = useBuilder((state) => state.isKeptLocally);
  const refusal = useBuilder((state) => state.saveRefusal);
  const { text, tone, icon: Icon, isTurning } = describe(t, autosave, isKeptLocally);
  const chip = (
    <Badge tone={tone} className="gap-1">
      <Icon aria-hidden="true" className={isTurning ? 'size-3.5 animate-spin' : 'size-3.5'} />
      {text}
    </Badge>
  );
  return (
    <span role="status" className="flex shrink-0 items-center gap-1.5" data-save-status={autosave.status}>
      {autosave.status === 'refused' ? (
        <Tooltip label={refusal ? t('save.refusedWhy', { reason: refusal }) : t('save.refusedHint')}>
          {chip}
        </Tooltip>
      ) : (
        chip
      )}
      {autosave.status === 'conflict' && (
        <Button size="sm" variant="soft" onClick={onResolve}>
          {t('conflict.resolve')}
        </Button>
      )}
    </span>
  );
}

type Look = { text: string; tone: Tone; icon: typeof Check; isTurning?: boolean };

function describe(t: BuilderTexts, autosave: AutosaveState, isKeptLocally: boolean): Look {
  const count = countUnsaved(autosave);
  switch (autosave.status) {
    case 'saved':
      return { text: t('save.saved'), tone: 'neutral', icon: Check };
    case 'pending':
    case 'saving':
      return { text: t('save.saving'), tone: 'neutral', icon: LoaderCircle, isTurning: true };
    case 'offline':
      return {
        text: isKeptLocally ? t('save.offline', { count }) : t('save.offlineNotKept'),
        tone: 'warning',
        icon: CloudOff,
      };
    case 'conflict':
      return { text: t('save.conflict'), tone: 'danger', icon: TriangleAlert };
    case 'refused':
      return { text: t('save.refused'), tone: 'danger', icon: TriangleAlert };
  }
}
