import type { PublishPreview } from '@instaflow/contracts';
import { ImpactList } from './impact-list';
import { PeopleChoice, type PeopleChoiceValue } from './people-choice';
import { PublishSection } from './publish-section';
import type { RemovedFates } from './removed-fate';
import { usePublishTexts } from './publish-texts';

export type PeopleSectionProps = {
  impact: PublishPreview['impact'];
  value: PeopleChoiceValue;
  onChange: (value: PeopleChoiceValue) => void;
  fates: RemovedFates;
  onFates: (fates: RemovedFates) => void;
};

/** Who is in the middle of the flow, and what shall become of them. */
export function PeopleSection({ impact, value, onChange, fates, onFates }: PeopleSectionProps) {
  const t = usePublishTexts();
  const canBeMoved = impact.some(({ outcome }) => outcome === 'stays');
  return (
    <PublishSection title={t('impact.title')}>
      {impact.length === 0 ? (
        <p className="text-sm text-ink-muted">{t('impact.nobody')}</p>
      ) : (
        <ImpactList impact={impact} choice={value} fates={fates} onFates={onFates} />
      )}
      {canBeMoved && <PeopleChoice value={value} onChange={onChange} />}
    </PublishSection>
  );
}
