import { SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import builderTexts from '../../builder/locales/en.json';
import { RemovedChoice } from '../../builder/publish/removed-choice';
import type { RemovedFate, RemovedFates } from '../../builder/publish/removed-fate';
import type { useVersionDocument } from '../api/use-version-document';
import type { GoneStep } from '../gone-steps';
import { useRunTexts } from '../use-run-texts';

// Steps without a name are called by their kind.
addCatalogue('builder', builderTexts);

export type GoneStepChoicesProps = {
  version: number;
  document: ReturnType<typeof useVersionDocument>;
  steps: readonly GoneStep[];
  fates: RemovedFates;
  onFates: (fates: RemovedFates) => void;
};

const finishing: RemovedFate = { kind: 'finish' };

/** For each step a version does not have: what becomes of the people there. */
export function GoneStepChoices({ version, document, steps, fates, onFates }: GoneStepChoicesProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  return (
    <section className="flex flex-col gap-3" aria-label={t('move.gone', { version })}>
      <h3 className="text-sm font-medium">{t('move.gone', { version })}</h3>
      <QueryView
        query={document}
        skeleton={<SkeletonRows label={appText('loading')} className="h-9" count={steps.length} />}
      >
        {(definition) => (
          <ul className="flex flex-col gap-3">
            {steps.map(({ nodeId, nodeName, count, nextNodeId }) => (
              <li key={nodeId} className="flex flex-col gap-1.5">
                <p className="text-sm break-words text-ink-muted">
                  {t('move.peopleAt', { count, step: nodeName })}
                </p>
                <RemovedChoice
                  nodeName={nodeName}
                  nextNodeId={nextNodeId}
                  definition={definition}
                  value={fates[nodeId] ?? finishing}
                  onChange={(fate) => onFates({ ...fates, [nodeId]: fate })}
                />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </section>
  );
}
