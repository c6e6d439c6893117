import { Card, SegmentedControl } from '@instaflow/ui';
import { useEffect, useRef } from 'react';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import { useRunTexts } from '../use-run-texts';
import { RunList } from './run-list';
import { TurnList } from './turn-list';

export type ContactActivityProps = { contactId: string };

const views = ['turns', 'runs'] as const;

/** Everything that happened with a contact and why: turn by turn, or flow by flow. */
export function ContactActivity({ contactId }: ContactActivityProps) {
  const t = useRunTexts();
  const filter = useUrlFilter();
  const view = views.find((known) => known === filter.get('activity')) ?? 'turns';
  const box = useRef<HTMLDivElement>(null);
  const isAskedFor = useRef(filter.get('activity') !== '');
  useEffect(() => {
    // On phones it stands below everything else; who came for it is taken there. Beside the rest it is in sight anyway.
    const isBelow = (box.current?.getBoundingClientRect().top ?? 0) > window.innerHeight / 2;
    if (isAskedFor.current && isBelow) box.current?.scrollIntoView();
  }, []);
  return (
    <div ref={box} className="min-w-0 scroll-mt-3">
      <Card
        title={t('activity.title')}
        actions={
          <SegmentedControl
            label={t('activity.view')}
            value={view}
            options={views.map((value) => ({ value, label: t(`activity.${value}`) }))}
            onChange={(value) => filter.set('activity', value === 'turns' ? '' : value)}
          />
        }
      >
        {view === 'turns' ? <TurnList contactId={contactId} /> : <RunList contactId={contactId} />}
      </Card>
    </div>
  );
}
