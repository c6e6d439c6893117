import type { AccountChoice as Choice } from '@instaflow/contracts';
import { Button, Card, ErrorState, SkeletonRows, toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccounts } from '../../../shared/account/use-accounts';
import { ApiError } from '../../../shared/api/api-error';
import { LoadError } from '../../../shared/components/load-error';
import { connectPath } from '../connect-path';
import { useAccountChoice } from '../hooks/use-account-choice';
import { useConnectTexts } from '../use-connect-texts';
import { AccountChoiceForm } from './account-choice-form';

export type AccountChoiceProps = { connectionId: string; onDone: () => void };

/** After a login at Facebook that opens several accounts: which of them to connect. */
export function AccountChoice({ connectionId, onDone }: AccountChoiceProps) {
  const t = useConnectTexts();
  const { choice, connect } = useAccountChoice(connectionId);
  const { isPending } = useAccounts();
  const submit = (loaded: Choice, ids: string[]) =>
    connect.mutate(ids, {
      onSuccess: ({ instagramAccounts, problems }) => {
        for (const { instagramUsername } of instagramAccounts) {
          toast.success(t('done', { username: instagramUsername }));
        }
        for (const { instagramUserId, message } of problems) {
          toast.error(t('choice.failed', { username: nameOf(loaded, instagramUserId), reason: message }));
        }
        onDone();
      },
    });
  return (
    <Card title={t('choice.title')} description={t('choice.text')} className="mb-5">
      {choice.data && !isPending ? (
        <AccountChoiceForm
          choice={choice.data}
          error={connect.error}
          isBusy={connect.isPending}
          onSubmit={(ids) => submit(choice.data, ids)}
          onCancel={onDone}
        />
      ) : (
        <NoChoice error={choice.error} isRetrying={choice.isFetching} onRetry={() => void choice.refetch()} />
      )}
    </Card>
  );
}

const nameOf = ({ accounts }: Choice, id: string): string =>
  accounts.find(({ instagramUserId }) => instagramUserId === id)?.instagramUsername ?? id;

type NoChoiceProps = { error: Error | null; isRetrying: boolean; onRetry: () => void };

function NoChoice({ error, isRetrying, onRetry }: NoChoiceProps) {
  const t = useConnectTexts();
  const { t: appText } = useTranslation('app');
  const navigate = useNavigate();
  if (error === null) return <SkeletonRows label={appText('loading')} count={3} className="h-14" />;
  if (!(error instanceof ApiError) || error.status !== 404) {
    return <LoadError error={error} isRetrying={isRetrying} onRetry={onRetry} />;
  }
  return (
    <div className="flex flex-col items-center gap-2">
      <ErrorState title={t('choice.over')} message={t('choice.overText')} />
      <Button onClick={() => void navigate(connectPath({ way: 'facebook' }))}>{t('choice.again')}</Button>
    </div>
  );
}
