import { Button, Notice } from '@instaflow/ui';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFormat } from '../../../shared/format/use-format';
import { useVersions } from '../api/use-versions';
import { useOverlayTexts } from './overlay-texts';
import type { useShownVersion } from './use-shown-version';

export type VersionNoticeProps = {
  shown: ReturnType<typeof useShownVersion>;
  text: 'shown' | 'shownOfRun';
  onBack: () => void;
};

/** Says that a published version is on the canvas instead of the draft. */
export function VersionNotice({ shown: { version, isShown, query }, text, onBack }: VersionNoticeProps) {
  const t = useOverlayTexts();
  const format = useFormat();
  const errorText = useErrorText();
  const { data: versions } = useVersions();
  if (version === null) return null;
  const at = versions?.find((known) => known.version === version)?.createdAt;
  const words = query.error
    ? t('version.failed', { version, reason: errorText(query.error) })
    : isShown
      ? t(`version.${text}`, { version, date: at ? format.date(at) : '' })
      : t('version.loading', { version });
  return (
    <Notice
      role="status"
      tone={query.error ? 'danger' : 'info'}
      className="rounded-none"
      action={
        <Button size="sm" onClick={onBack}>
          {t('version.back')}
        </Button>
      }
    >
      {words}
    </Notice>
  );
}
