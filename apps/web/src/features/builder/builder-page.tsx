import { Button, ErrorState, Skeleton } from '@instaflow/ui';
import { Link, useParams } from 'react-router';
import { useAccess } from '../../shared/account/use-access';
import { QueryView } from '../../shared/components/query-view';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { usePreparedFlow } from './api/use-prepared-flow';
import { BuilderEditor } from './builder-editor';
import { preloadDrafts } from './lazy-parts';
import english from './locales/en.json';
import { useTexts } from './texts/use-texts';
import './builder.css';

addCatalogue('builder', english);
preloadDrafts();

/** The flow builder: a canvas and an outline of one flow, and everything to edit, check and publish it. */
export function BuilderPage() {
  const { accountId = '', flowId = '' } = useParams();
  return <BuilderOfFlow key={flowId} accountId={accountId} flowId={flowId} />;
}

function BuilderOfFlow({ accountId, flowId }: { accountId: string; flowId: string }) {
  const t = useTexts();
  const { role, can } = useAccess();
  const prepared = usePreparedFlow(flowId);
  return (
    <QueryView
      query={role === null ? { ...prepared, data: undefined } : prepared}
      skeleton={<BuilderSkeleton />}
    >
      {({ flow, parsed, automaticPositions, draft }) =>
        parsed.ok && draft ? (
          <BuilderEditor
            accountId={accountId}
            flow={flow}
            definition={parsed.definition}
            automaticPositions={automaticPositions}
            draft={draft}
            isReadOnly={!can('editFlows')}
          />
        ) : (
          <ErrorState
            title={t('brokenTitle')}
            message={parsed.ok ? undefined : parsed.problems[0]?.message}
            action={<BackToFlows accountId={accountId} />}
          />
        )
      }
    </QueryView>
  );
}

function BackToFlows({ accountId }: { accountId: string }) {
  const t = useTexts();
  return (
    <Button asChild>
      <Link to={`/accounts/${accountId}/flows`}>{t('back')}</Link>
    </Button>
  );
}

function BuilderSkeleton() {
  const t = useTexts();
  return (
    <div role="status" className="flex h-full flex-col">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-12 rounded-none" />
      <div className="flex flex-1 items-center justify-center gap-16 overflow-hidden bg-canvas">
        <Skeleton className="h-24 w-70 shrink-0" />
        <Skeleton className="h-44 w-70 shrink-0" />
      </div>
    </div>
  );
}
