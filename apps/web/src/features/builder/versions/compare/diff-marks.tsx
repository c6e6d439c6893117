import { CardFrame, CardVeil } from '../../overlay/marked-card';
import type { NodeMark } from '../../overlay/overlay-store';
import { changeIcons } from '../../publish/change-badge';
import { usePublishTexts } from '../../publish/publish-texts';

export type DiffMarksProps = { mark: Extract<NodeMark, { kind: 'diff' }>; isFlat: boolean };

const rings = {
  added: 'outline-success',
  changed: 'outline-warning',
  removed: 'outline-danger outline-dashed',
};
const tags = {
  added: 'bg-success-soft text-success-text outline-success',
  changed: 'bg-warning-soft text-warning-text outline-warning',
  removed: 'bg-danger-soft text-danger-text outline-danger',
};

/** What became of a step: a ring, a sign and a word; what is gone is drawn as a ghost, what is the same is faded. */
export function DiffMarks({ mark: { change }, isFlat }: DiffMarksProps) {
  const t = usePublishTexts();
  if (change === 'same') return <CardVeil />;
  return (
    <>
      {change === 'removed' && !isFlat && <CardVeil />}
      <CardFrame
        isFlat={isFlat}
        icon={changeIcons[change]}
        label={t(`changes.${change}`)}
        ringClass={rings[change]}
        tagClass={tags[change]}
      />
    </>
  );
}
