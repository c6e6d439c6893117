import { Card, SegmentedControl } from '@instaflow/ui';
import { useState } from 'react';
import { useConnectTexts } from '../use-connect-texts';
import { LongTokenForm } from './long-token-form';
import { ShortTokenForm } from './short-token-form';
import { TokenHelp } from './token-help';

export type ConnectByTokenProps = { workspaceId: string | undefined };

type Kind = 'long' | 'short';

/** The two kinds of tokens; the one of the App Dashboard first. */
export function ConnectByToken({ workspaceId }: ConnectByTokenProps) {
  const t = useConnectTexts();
  const [kind, setKind] = useState<Kind>('long');
  const kinds: readonly Kind[] = ['long', 'short'];
  return (
    <Card title={t('token.title')}>
      <div className="flex flex-col gap-4">
        <TokenHelp />
        <SegmentedControl
          className="self-start"
          label={t('token.which')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`token.${value}`) }))}
        />
        {kind === 'long' ? (
          <LongTokenForm workspaceId={workspaceId} />
        ) : (
          <ShortTokenForm workspaceId={workspaceId} />
        )}
      </div>
    </Card>
  );
}
