import { SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../../shared/components/query-view';
import type { FigureKey } from '../overlay-store';
import { useVisits } from './use-visits';
import { VisitList } from './visit-list';

/** Who is behind a number, page by page; `empty` says that nobody is. */
export function VisitPages({ figure, empty }: { figure: FigureKey; empty: string }) {
  const { t } = useTranslation('app');
  const visits = useVisits(figure);
  return (
    <QueryView query={visits} skeleton={<SkeletonRows label={t('loading')} className="h-16" count={4} />}>
      {({ pages }) => (
        <VisitList
          visits={pages.flatMap((page) => page.visits)}
          more={visits.hasNextPage ? visits : null}
          empty={empty}
        />
      )}
    </QueryView>
  );
}
