import type { ReactNode } from 'react';
import { CopyLine } from '../../../shared/components/copy-line';
import { useConnectTexts } from '../use-connect-texts';

export type SetupGuideProps = { isOpen: boolean };

const here = (path: string): string => `${window.location.origin}/api/v1${path}`;

/** What whoever runs the program does at Meta once, with the addresses of this installation to copy. */
export function SetupGuide({ isOpen }: SetupGuideProps) {
  const t = useConnectTexts();
  const webhook = here('/webhooks/instagram');
  return (
    <details open={isOpen} className="rounded-lg border border-line bg-surface px-4 py-3">
      <summary className="font-medium touch:py-2">
        {t('setup.title')} <span className="font-normal text-ink-muted">{t('setup.text')}</span>
      </summary>
      <ol className="flex list-decimal flex-col gap-3 py-3 pl-5 text-ink-muted">
        <Step text={t('setup.step1')} />
        <Step text={t('setup.step2')}>
          <CopyLine text={here('/instagram-accounts/oauth/callback')} />
        </Step>
        <Step text={t('setup.step3')}>
          <CopyLine text={webhook} />
        </Step>
        <Step text={t('setup.privacy')}>
          <CopyLine text={`${webhook}/deauthorize`} />
          <CopyLine text={`${webhook}/data-deletion`} />
        </Step>
        <Step text={t('setup.step4')} />
        <Step text={t('setup.step5')} />
        <Step text={t('setup.step6')} />
        <Step text={t('setup.facebook')} />
      </ol>
    </details>
  );
}

function Step({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <li>
      <div className="flex flex-col gap-1.5">
        <p>{text}</p>
        {children}
      </div>
    </li>
  );
}
