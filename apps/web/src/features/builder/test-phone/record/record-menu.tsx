import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { Clapperboard, Film, ImagePlay } from 'lucide-react';
import { useState } from 'react';
import { usePhone } from '../state/use-phone';
import { RecordDialog } from './record-dialog';
import { useRecordMenuTexts } from './record-menu-texts';
import { isShownLine } from './plan/is-shown-line';
import { recordingKinds, type RecordingKind } from './recording-kind';
import { chooseVideoType } from './video/choose-video-type';

const icons = { gif: ImagePlay, video: Film };

/** Saves the conversation so far as something to show to others. */
export function RecordMenu() {
  const t = useRecordMenuTexts();
  const isEmpty = usePhone(({ talk }) => !talk.lines.some(isShownLine));
  const [kind, setKind] = useState<RecordingKind | null>(null);
  return (
    <>
      <DropdownMenu
        className="max-w-72"
        trigger={
          <IconButton size="sm" label={t('menu')}>
            <Clapperboard aria-hidden="true" />
          </IconButton>
        }
      >
        {recordingKinds.map((one) => (
          <RecordItem
            key={one}
            kind={one}
            hint={findHint(one)}
            onChoose={() => {
              setKind(one);
            }}
          />
        ))}
      </DropdownMenu>
      {kind && (
        <RecordDialog
          kind={kind}
          onClose={() => {
            setKind(null);
          }}
        />
      )}
    </>
  );

  function findHint(one: RecordingKind): string | null {
    if (isEmpty) return t('empty');
    return one === 'video' && chooseVideoType() === null ? t('noVideo') : null;
  }
}

/** Stays in reach of the keyboard when it cannot be chosen, so that its reason is read. */
function RecordItem({
  kind,
  hint,
  onChoose,
}: {
  kind: RecordingKind;
  hint: string | null;
  onChoose: () => void;
}) {
  const t = useRecordMenuTexts();
  const Icon = icons[kind];
  return (
    <MenuItem
      aria-disabled={hint !== null}
      className={hint === null ? '' : 'cursor-not-allowed text-ink-muted'}
      onSelect={(event) => {
        if (hint === null) onChoose();
        else event.preventDefault();
      }}
    >
      <Icon aria-hidden="true" />
      <span className="flex min-w-0 flex-col">
        {t(kind)}
        {hint !== null && <span className="text-sm text-ink-muted">{hint}</span>}
      </span>
    </MenuItem>
  );
}
