import type { LoginProblem } from '@instaflow/contracts';
import { Button, IconButton, Notice } from '@instaflow/ui';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAccounts } from '../../../shared/account/use-accounts';
import { connectPath } from '../connect-path';
import { problemActions, type ShownOutcome } from '../login-outcome';
import { useConnectTexts } from '../use-connect-texts';
import { MissingPermissions } from './missing-permissions';

export type LoginResultProps = { outcome: ShownOutcome; onDismiss: () => void };

/** What a login came to: connected, or why not and what to do. */
export function LoginResult({ outcome, onDismiss }: LoginResultProps) {
  const t = useConnectTexts();
  const { connected, problem, missing } = outcome;
  const close = (
    <IconButton size="sm" hasTooltip={false} label={t('result.dismiss')} onClick={onDismiss}>
      <X aria-hidden="true" />
    </IconButton>
  );
  return (
    <Notice
      role={problem ? 'alert' : 'status'}
      tone={problem ? 'danger' : missing.length > 0 ? 'warning' : 'success'}
      action={close}
      className="mb-5 p-4"
    >
      <div className="flex flex-col items-start gap-3 text-ink">
        {problem ? <Problem problem={problem} /> : connected && <Connected accountId={connected} />}
        {missing.length > 0 && <MissingPermissions names={missing} isConnected={problem === null} />}
        <div className="flex flex-wrap gap-2">
          {problem ? <ProblemActions problem={problem} /> : connected && <NextSteps accountId={connected} />}
          {!problem && missing.length > 0 && <RetryLink />}
        </div>
      </div>
    </Notice>
  );
}

function Connected({ accountId }: { accountId: string }) {
  const t = useConnectTexts();
  const accounts = useAccounts().data?.instagramAccounts;
  const username = accounts?.find((account) => account.instagramAccountId === accountId)?.instagramUsername;
  return (
    <h2 className="text-base font-semibold">
      {username ? t('result.connected', { username }) : t('result.connectedUnknown')}
    </h2>
  );
}

function Problem({ problem }: { problem: LoginProblem }) {
  const t = useConnectTexts();
  return (
    <>
      <div className="flex flex-col gap-0.5">
        <h2 className="text-base font-semibold">{t(`problem.${problem}.title`)}</h2>
        <p>{t(`problem.${problem}.text`)}</p>
      </div>
      <div className="flex flex-col gap-0.5">
        <h3 className="font-medium">{t('result.what')}</h3>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {t(`problem.${problem}.steps`)
            .split('\n')
            .map((step) => (
              <li key={step}>{step}</li>
            ))}
        </ul>
      </div>
    </>
  );
}

function ProblemActions({ problem }: { problem: LoginProblem }) {
  const t = useConnectTexts();
  const links: Record<(typeof problemActions)[LoginProblem][number], ReactNode> = {
    retry: <RetryLink key="retry" />,
    facebook: (
      <Button key="facebook" asChild variant="primary">
        <Link to={connectPath({ way: 'facebook' })}>{t('result.retry')}</Link>
      </Button>
    ),
    instagram: (
      <Button key="instagram" asChild>
        <Link to={connectPath({ way: 'instagram' })}>{t('instagram.title')}</Link>
      </Button>
    ),
    token: (
      <Button key="token" asChild>
        <Link to={connectPath({ way: 'token' })}>{t('result.token')}</Link>
      </Button>
    ),
    setup: (
      <Button key="setup" asChild variant="primary">
        <Link to={`${connectPath()}?setup`}>{t('setup.title')}</Link>
      </Button>
    ),
  };
  return problemActions[problem].map((action) => links[action]);
}

function RetryLink() {
  const t = useConnectTexts();
  return (
    <Button asChild variant="primary">
      <Link to={connectPath({ way: 'instagram' })}>{t('result.retry')}</Link>
    </Button>
  );
}

function NextSteps({ accountId }: { accountId: string }) {
  const t = useConnectTexts();
  return (
    <>
      <Button asChild>
        <Link to={`/accounts/${accountId}`}>{t('result.open')}</Link>
      </Button>
      <Button asChild>
        <Link to={`/accounts/${accountId}/doctor`}>{t('result.check')}</Link>
      </Button>
    </>
  );
}
