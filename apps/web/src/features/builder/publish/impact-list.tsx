import type { PublishPreview } from '@instaflow/contracts';
import { ArrowRight, History, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeopleChoiceValue } from './people-choice';
import { usePublishTexts } from './publish-texts';

type Impact = PublishPreview['impact'][number];
type Fate = 'finish' | 'along' | 'gone';

const icons = { finish: History, along: ArrowRight, gone: History };

/** Who stands where, and what becomes of them by what was chosen: one sentence for each step. */
export function ImpactList({ impact, choice }: { impact: readonly Impact[]; choice: PeopleChoiceValue }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {impact.map((at) => (
        <ImpactItem key={at.nodeId} impact={at} fate={findFate(at, choice)} />
      ))}
    </ul>
  );
}

/** Only whose step is still there can be taken along; the others finish what they started. */
function findFate({ outcome }: Impact, choice: PeopleChoiceValue): Fate {
  if (outcome !== 'stays') return 'gone';
  return choice === 'move' ? 'along' : 'finish';
}

function ImpactItem({ impact: { count, nodeName, lostOutlets }, fate }: { impact: Impact; fate: Fate }) {
  const t = usePublishTexts();
  const { i18n } = useTranslation();
  const isHurt = fate === 'along' && lostOutlets.length > 0;
  const Icon = isHurt ? TriangleAlert : icons[fate];
  const outlets = new Intl.ListFormat(i18n.language).format(lostOutlets.map((outlet) => `“${outlet}”`));
  return (
    <li className="flex items-start gap-2">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${isHurt ? 'text-warning-text' : 'text-ink-muted'}`}
      />
      <span className="min-w-0 break-words">
        {t(`impact.${fate}`, { count, step: nodeName })}
        {isHurt && ` ${t('impact.lost', { count: lostOutlets.length, outlets })}`}
      </span>
    </li>
  );
}
