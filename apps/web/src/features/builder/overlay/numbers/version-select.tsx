import { Select } from '@instaflow/ui';
import { useVersions } from '../../api/use-versions';
import { useBuilderSession } from '../../state/builder-context';
import { useOverlayTexts } from '../overlay-texts';
import { useOverlay } from '../use-overlay';

const all = 'all';

/** Of which version the numbers are. */
export function VersionSelect() {
  const t = useOverlayTexts();
  const { overlay } = useBuilderSession();
  const version = useOverlay((state) => state.version);
  const { data: versions = [] } = useVersions();
  return (
    <Select
      aria-label={t('version.label')}
      className="w-auto min-w-32"
      value={version === null ? all : String(version)}
      options={[
        { value: all, label: t('version.all') },
        ...versions.map((known) => ({
          value: String(known.version),
          label: t('version.one', { version: known.version }),
        })),
      ]}
      onChange={(value) => overlay.setState({ version: value === all ? null : Number(value), panel: null })}
    />
  );
}
