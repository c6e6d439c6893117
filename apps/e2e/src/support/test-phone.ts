import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { desktop, openPage } from './browser';
import type { Program } from './program';

const account = z.object({ accounts: z.array(z.object({ userId: z.string(), username: z.string() })) });
const person = z.object({ igsid: z.string() });

export type TestPhone = {
  page: Page;
  problems: string[];
  /** Writes a message as the customer. */
  write: (text: string) => Promise<void>;
  /** Taps a quick reply of the latest message. */
  tap: (title: string) => Promise<void>;
  /** Waits until the business' text is on the phone. */
  sees: (text: string) => Promise<void>;
  /** Waits until the text is there so many times. */
  seesTimes: (text: string, times: number) => Promise<void>;
  countOf: (text: string) => Promise<number>;
};

/** The simulator's phone in the hands of a person who never wrote before. */
export const openTestPhone = async (browser: Browser, program: Program, name: string): Promise<TestPhone> => {
  const control = `${program.simulatorUrl}/_control`;
  const { accounts } = account.parse(await fetch(`${control}/accounts`).then((answer) => answer.json()));
  const userId = accounts[0]?.userId ?? '';
  const created = await fetch(`${control}/persons`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: userId, username: name.toLowerCase().replace(' ', '.'), name }),
  });
  const { igsid } = person.parse(await created.json());
  const { page, problems } = await openPage(browser, { viewport: desktop });
  await page.goto(`${program.simulatorUrl}/?account=${userId}&person=${igsid}`);
  const messages = page.getByRole('log', { name: 'Messages' });
  return {
    page,
    problems,
    write: async (text) => {
      await page.getByLabel('Message', { exact: true }).fill(text);
      await page.getByLabel('Message', { exact: true }).press('Enter');
    },
    tap: (title) =>
      page.getByRole('group', { name: 'Quick replies' }).getByRole('button', { name: title }).click(),
    sees: (text) => messages.getByText(text, { exact: true }).last().waitFor({ timeout: 30_000 }),
    seesTimes: (text, times) =>
      messages
        .getByText(text, { exact: true })
        .nth(times - 1)
        .waitFor({ timeout: 30_000 }),
    countOf: (text) => messages.getByText(text, { exact: true }).count(),
  };
};
