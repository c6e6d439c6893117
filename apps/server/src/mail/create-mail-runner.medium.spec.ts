import { v7 as newId } from 'uuid';
import { createDataSource, type DataSource } from '@instaflow/db';
import { createLogger, createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock, type TestDatabase } from '@instaflow/testing';
import { startSmtpServer, type SmtpServer } from '../spec-support/start-smtp-server';
import { createMailRunner } from './create-mail-runner';
import { createMailer } from './create-mailer';

const publicUrl = 'https://flows.example';
const minuteMs = 60_000;

let database: TestDatabase;
let engine: DataSource;
let smtp: SmtpServer;
let clock: FakeClock;
const logs: string[] = [];
const runners: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  engine = await createDataSource({
    url: database.url,
    role: 'engine',
    poolSize: 4,
    onError: () => undefined,
  }).initialize();
});
beforeEach(async () => {
  smtp = await startSmtpServer();
  clock = new FakeClock(Date.now());
  logs.length = 0;
  await engine.query('DELETE FROM notification');
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await smtp.close();
});
afterAll(async () => {
  await engine.destroy();
  await database.drop();
});

const runnerOf = (smtpUrl: string | null = smtp.url) => {
  const logger = createLogger({ level: 'info', destination: { write: (line) => void logs.push(line) } });
  const mailer = createMailer({ smtpUrl, publicUrl });
  const runner = createMailRunner({
    dataSource: engine,
    mailer,
    publicUrl,
    clock,
    logger,
    metrics: createMetrics(),
  });
  runners.push(runner);
  return runner;
};

/** An owner who is told something; answers their address. */
async function tell(notice: object): Promise<string> {
  const [workspaceId, userId, accountId] = [newId(), newId(), newId()];
  const address = `${userId}@example.com`;
  await engine.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [workspaceId, 'W']);
  await engine.query(`INSERT INTO app_user (id, email, password_hash) VALUES ($1, $2, '')`, [
    userId,
    address,
  ]);
  await engine.query(`INSERT INTO workspace_member (workspace_id, user_id, role) VALUES ($1, $2, 'owner')`, [
    workspaceId,
    userId,
  ]);
  await engine.query(
    `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username) VALUES ($1, $2, $3, 'shop')`,
    [accountId, workspaceId, accountId],
  );
  await engine.query(`SELECT notify_members($1, '{owner}', $2, true, true, $3)`, [
    workspaceId,
    JSON.stringify({ accountId, kind: 'team_message', key: newId(), message: 'Call Ana', ...notice }),
    new Date(clock.now()),
  ]);
  return address;
}

const states = async () =>
  (
    await engine.query<{ status: string; attempts: number; error: string | null }[]>(
      'SELECT mail_status AS status, mail_attempts AS attempts, mail_error AS error FROM notification ORDER BY id',
    )
  ).map(({ status, attempts, error }) => [status, attempts, error]);

describe('mails', () => {
  it('go out once, as plain text with a link, to whom they tell', async () => {
    const contactId = null;
    const address = await tell({ message: 'Call Ana\r\nBcc: everybody@example.com', contactId });
    await Promise.all([runnerOf().run(), runnerOf().run()]);
    await runnerOf().run();
    expect(smtp.mails).toHaveLength(1);
    const [mail] = smtp.mails;
    expect(mail).toMatchObject({ from: 'instaflow@flows.example', to: [address] });
    const [head = '', body = ''] = (mail?.data ?? '').split(/\n\n(.*)/s);
    expect(head).toContain('Subject: [InstaFlow] Message from a flow');
    expect(head).toContain('Content-Type: text/plain');
    expect(head).not.toContain('everybody@example.com');
    expect(body).toContain('Call Ana');
    expect(body).toContain(`${publicUrl}/accounts/`);
    expect(await states()).toEqual([['sent', 1, null]]);
  });

  it('are tried again after a pause when the server has no time, and given up after eight attempts', async () => {
    await tell({});
    smtp.refusals.push('451 later');
    const runner = runnerOf();
    await runner.run();
    expect(await states()).toEqual([['queued', 1, 'EENVELOPE 451']]);
    await runner.run();
    expect(smtp.mails).toEqual([]);
    clock.advance(minuteMs);
    await runner.run();
    expect(await states()).toEqual([['sent', 2, null]]);
    await engine.query('DELETE FROM notification');
    await tell({});
    smtp.refusals.push(...Array<string>(8).fill('451 later'));
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await runner.run();
      clock.advance(60 * minuteMs);
    }
    expect(await states()).toEqual([['failed', 8, 'EENVELOPE 451']]);
    expect(logs.join('')).not.toContain('Call Ana');
  });

  it('are not tried again for an address that does not exist; others are not held up', async () => {
    await tell({});
    await tell({});
    smtp.refusals.push('550 no such user');
    await runnerOf().run();
    expect((await states()).map(([status]) => status).toSorted()).toEqual(['failed', 'sent']);
  });

  it('are sent again, with the same id, when nobody knows whether they arrived or their sender died', async () => {
    await tell({});
    smtp.dropsNextAnswer = true;
    await runnerOf().run();
    expect((await states())[0]?.[0]).toBe('queued');
    // A sender that died while it held the mail.
    await engine.query(
      `UPDATE notification SET mail_status = 'sending', mail_lease_id = $1, mail_due_at = $2`,
      [newId(), new Date(clock.now() + 2 * minuteMs)],
    );
    await runnerOf().run();
    expect(smtp.mails).toHaveLength(1);
    clock.advance(2 * minuteMs);
    await runnerOf().run();
    const ids = smtp.mails.map(({ data }) => /^Message-ID: (.*)$/im.exec(data)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await states())[0]?.[0]).toBe('sent');
  });

  it('are skipped where no mail server is set, and the operator is told once an hour', async () => {
    await tell({});
    await tell({});
    const runner = runnerOf(null);
    await runner.run();
    expect(await states()).toEqual([
      ['skipped', 1, 'no_mail_server'],
      ['skipped', 1, 'no_mail_server'],
    ]);
    expect(logs.filter((line) => line.includes('SMTP_URL'))).toHaveLength(1);
    clock.advance(60 * minuteMs);
    await tell({});
    await runner.run();
    expect(logs.filter((line) => line.includes('SMTP_URL'))).toHaveLength(2);
  });
});
