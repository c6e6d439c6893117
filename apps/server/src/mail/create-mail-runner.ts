import { v4 } from 'uuid';
import { claimMails, finishMail, type ClaimedMail, type DataSource, type MailResult } from '@instaflow/db';
import type { Clock, Logger, Metrics } from '@instaflow/platform';
import type { Mailer } from './create-mailer';
import { decideMailResult } from './decide-mail-result';
import { writeMail } from './write-mail';

const batchSize = 10;
/** More than the mail server may take with all its time-outs. */
const leaseMs = 120_000;
const hourMs = 3_600_000;

export type MailRunner = {
  start(): void;
  /** Sends what is due; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for what is being sent. */
  stop(): Promise<void>;
};

export type MailRunnerOptions = {
  /** Of role `engine`. */
  dataSource: DataSource;
  /** Null where no mail can be sent: then mails are skipped, and the operator is told once an hour. */
  mailer: Mailer | null;
  publicUrl: string;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  intervalMs?: number;
};

/**
 * Sends notifications by mail, one runner per process. A mail is a row that was committed with what it tells; it belongs to
 * a lease while it is sent, so that it goes out at least once whatever dies.
 */
export function createMailRunner(options: MailRunnerOptions): MailRunner {
  const { dataSource, clock, logger, intervalMs = 2_000 } = options;
  const deliver = createDeliver(options);
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const sendAll = async (): Promise<void> => {
    for (let hasMore = true; hasMore && !isStopped;) {
      const lease = v4();
      const mails = await claimMails(dataSource, { lease, limit: batchSize, leaseMs, now: clock.now() });
      await Promise.all(mails.map((mail) => deliver(mail, lease)));
      hasMore = mails.length === batchSize;
    }
  };
  const run = (): Promise<void> => (running ??= sendAll().finally(() => (running = null)));
  const tick = (): void => {
    run().catch((err: unknown) => logger.warn({ err }, 'Mails could not be read; the next look follows.'));
  };
  return {
    run,
    start: () => {
      timer ??= setInterval(tick, intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running?.catch((err: unknown) => logger.warn({ err }, 'Mails were not finished.'));
    },
  };
}

function createDeliver({ dataSource, mailer, publicUrl, clock, logger, metrics }: MailRunnerOptions) {
  const outcomes = metrics.counter('instaflow_mails_total', 'Notifications by mail by outcome', ['outcome']);
  let complainedAt = -hourMs;

  const attempt = async (mail: ClaimedMail): Promise<MailResult> => {
    if (mailer === null) return { status: 'skipped', error: 'no_mail_server' };
    try {
      await mailer.send(writeMail(mail, publicUrl));
      return { status: 'sent' };
    } catch (failure) {
      return decideMailResult(failure, { attempts: mail.attempts, now: clock.now() });
    }
  };
  const log = (mail: ClaimedMail, { status, error }: MailResult): void => {
    if (status === 'skipped' && clock.now() - complainedAt >= hourMs) {
      complainedAt = clock.now();
      logger.warn('Notifications are shown in the app only: set SMTP_URL to have them sent by mail.');
    }
    if (status === 'queued' || status === 'failed') {
      logger.warn({ notificationId: mail.id, attempt: mail.attempts, error, status }, 'A mail was not sent.');
    }
  };
  return async (mail: ClaimedMail, lease: string): Promise<void> => {
    const result = await attempt(mail);
    log(mail, result);
    outcomes.inc({ outcome: result.status });
    try {
      await finishMail(dataSource, { id: mail.id, lease, result });
    } catch (err) {
      logger.warn(
        { err, notificationId: mail.id },
        'The outcome of a mail was not recorded; it is sent again.',
      );
    }
  };
}
