import type { MessageTrace } from '@instaflow/contracts';
import { Button } from '@instaflow/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DeliveryView } from '../../../shared/trace/delivery-view';
import { useRunTexts } from '../use-run-texts';
import { EventOutcome } from './event-outcome';
import { Moment } from './moment';
import { RunActions } from './run-actions';
import { RunSummary } from './run-summary';
import { TurnDetails } from './turn-details';

export type MessageTraceViewProps = { trace: MessageTrace };

/** The message, what was decided about it, what became of it, and the run behind it. */
export function MessageTraceView({ trace }: MessageTraceViewProps) {
  const t = useRunTexts();
  const { message, origin, delivery, turn, run } = trace;
  const isMissing = turn === null && origin === 'automation';
  return (
    <div className="flex flex-col gap-5">
      <section className="flex flex-col gap-1.5">
        <p className="rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-wrap">
          {message.content.text || t('message.noText')}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
          <span>{t(`message.origin.${origin}`)}</span>
          <Moment at={message.timestamp} />
        </p>
        {origin === 'contact' && <EventOutcome event={trace.event} />}
      </section>
      {delivery && (
        <Part title={t('message.delivery')}>
          <DeliveryView delivery={delivery} />
        </Part>
      )}
      {(turn ?? isMissing) && (
        <Part title={t('message.turn')}>
          {turn ? (
            <TurnDetails turn={turn} messageLogId={message.messageLogId} />
          ) : (
            <p className="text-ink-muted">{t('message.noTurn')}</p>
          )}
        </Part>
      )}
      {run && (
        <Part title={t('message.run')}>
          <RunSummary run={run} />
          <RunActions run={run} />
        </Part>
      )}
      <Button asChild className="self-start">
        <Link to={`/accounts/${message.instagramAccountId}/contacts/${message.contactId}`}>
          {t('message.openContact')}
        </Link>
      </Button>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
