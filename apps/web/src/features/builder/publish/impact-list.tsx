import type { PublishPreview } from '@instaflow/contracts';
import { ArrowRight, History, LogOut, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import type { PeopleChoiceValue } from './people-choice';
import { usePublishTexts } from './publish-texts';
import { RemovedChoice } from './removed-choice';
import type { RemovedFate, RemovedFates } from './removed-fate';

type Impact = PublishPreview['impact'][number];
type Fate = 'finish' | 'along' | 'gone' | 'goneOn' | 'goneEnd';

export type ImpactListProps = {
  impact: readonly Impact[];
  choice: PeopleChoiceValue;
  fates: RemovedFates;
  onFates: (fates: RemovedFates) => void;
};

const icons = { finish: History, along: ArrowRight, gone: History, goneOn: ArrowRight, goneEnd: LogOut };
const byFate = { finish: 'gone', goOn: 'goneOn', end: 'goneEnd' } as const;
const finishing: RemovedFate = { kind: 'finish' };

/** Who stands where, and what becomes of them by what was chosen: one sentence for each step. */
export function ImpactList({ impact, choice, fates, onFates }: ImpactListProps) {
  const definition = useBuilder((state) => state.definition);
  return (
    <ul className="flex flex-col gap-2">
      {impact.map((at, index) => {
        const isGone = at.outcome !== 'stays';
        const fate = fates[at.nodeId] ?? finishing;
        return (
          <li key={`${at.nodeId}/${String(index)}`} className="flex flex-col gap-1.5">
            <ImpactSentence
              impact={at}
              fate={isGone ? byFate[fate.kind] : choice === 'move' ? 'along' : 'finish'}
              targetId={fate.kind === 'goOn' ? fate.nodeId : null}
            />
            {isGone && (
              <div className="pl-6">
                <RemovedChoice
                  nodeName={at.nodeName}
                  nextNodeId={at.target?.nodeId ?? null}
                  definition={definition}
                  value={fate}
                  onChange={(next) => {
                    onFates({ ...fates, [at.nodeId]: next });
                  }}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type SentenceProps = { impact: Impact; fate: Fate; targetId: string | null };

function ImpactSentence({ impact: { count, nodeName, lostOutlets }, fate, targetId }: SentenceProps) {
  const t = usePublishTexts();
  const { i18n } = useTranslation();
  const target = useStepName(targetId);
  const isHurt = fate === 'along' && lostOutlets.length > 0;
  const Icon = isHurt ? TriangleAlert : icons[fate];
  const outlets = new Intl.ListFormat(i18n.language).format(lostOutlets.map((outlet) => `“${outlet}”`));
  return (
    <p className="flex items-start gap-2" aria-live="polite">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${isHurt ? 'text-warning-text' : 'text-ink-muted'}`}
      />
      <span className="min-w-0 break-words">
        {t(`impact.${fate}`, { count, step: nodeName, target })}
        {isHurt && ` ${t('impact.lost', { count: lostOutlets.length, outlets })}`}
      </span>
    </p>
  );
}

function useStepName(nodeId: string | null): string {
  const t = useTexts();
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === nodeId));
  return node ? node.name || nameKind(t, node.type) : '';
}
