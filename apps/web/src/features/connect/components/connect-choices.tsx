import { Badge, Button, Card } from '@instaflow/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSystemInfo } from '../../../shared/account/use-system-info';
import { connectPath } from '../connect-path';
import { useConnectTexts } from '../use-connect-texts';
import { ConnectSimulator } from './connect-simulator';

export type ConnectChoicesProps = { workspaceId: string | undefined };

/** Every way there is, the usual one first. */
export function ConnectChoices({ workspaceId }: ConnectChoicesProps) {
  const t = useConnectTexts();
  const hasSimulator = Boolean(useSystemInfo().data?.simulatorUrl);
  return (
    <>
      {hasSimulator && <ConnectSimulator />}
      <Way
        title={t('way.instagram.title')}
        text={t('way.instagram.text')}
        badge={<Badge tone="accent">{t('way.instagram.badge')}</Badge>}
      >
        <Button asChild variant={hasSimulator ? 'secondary' : 'primary'}>
          <Link to={connectPath({ way: 'instagram', workspaceId })}>{t('way.instagram.action')}</Link>
        </Button>
      </Way>
      <Way title={t('way.facebook.title')} text={t('way.facebook.text')}>
        <Button asChild>
          <Link to={connectPath({ way: 'facebook', workspaceId })}>{t('way.facebook.action')}</Link>
        </Button>
      </Way>
      <Way title={t('way.token.title')} text={t('way.token.text')}>
        <Button asChild>
          <Link to={connectPath({ way: 'token', workspaceId })}>{t('way.token.action')}</Link>
        </Button>
      </Way>
    </>
  );
}

type WayProps = { title: string; text: string; badge?: ReactNode; children?: ReactNode };

function Way({ title, text, badge, children }: WayProps) {
  return (
    <Card title={title} actions={badge}>
      <div className="flex flex-col items-start gap-4">
        <p className="text-ink-muted">{text}</p>
        {children}
      </div>
    </Card>
  );
}
