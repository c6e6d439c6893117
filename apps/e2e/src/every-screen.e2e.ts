import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { desktop, keepScreenshot, launchBrowser, openPage, phone } from './support/browser';
import { removeDataDirectory, startProgram, type Program } from './support/program';
import { signInAsDemo } from './support/sign-in';
import { openTestPhone } from './support/test-phone';

const axeSource = readFileSync(
  createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'),
  'utf8',
);
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const violation = z.object({
  id: z.string(),
  help: z.string(),
  nodes: z.array(z.object({ html: z.string() })),
});

let program: Program;
let browser: Browser;
let screens: { name: string; address: string }[] = [];

/** Addresses of every screen, with data behind each: one contact wrote and was answered. */
const listScreens = async (page: Page): Promise<typeof screens> => {
  await page.getByRole('link', { name: 'Flows', exact: true }).click();
  await page.waitForURL(/\/flows$/);
  const account = new URL(page.url()).pathname.replace(/\/flows$/, '');
  const flow = await page.getByRole('link', { name: 'Welcome' }).first().getAttribute('href');
  await page.goto(`${program.url}${account}/inbox`);
  const conversation = await page.getByRole('link', { name: /Mara Vogt/ }).getAttribute('href');
  await page.goto(`${program.url}${account}/contacts`);
  const contact = await page
    .getByRole('link', { name: /Mara Vogt|mara\.vogt/ })
    .first()
    .getAttribute('href');
  return [
    { name: 'overview', address: account },
    { name: 'inbox', address: `${account}/inbox` },
    { name: 'conversation', address: conversation ?? '' },
    { name: 'flows', address: `${account}/flows` },
    { name: 'builder', address: flow ?? '' },
    { name: 'contacts', address: `${account}/contacts` },
    { name: 'contact', address: contact ?? '' },
    { name: 'triggers', address: `${account}/triggers` },
    { name: 'settings', address: `${account}/settings` },
    { name: 'accounts', address: '/accounts' },
    { name: 'unknown', address: '/nowhere' },
  ];
};

beforeAll(async () => {
  program = await startProgram();
  browser = await launchBrowser();
  const customer = await openTestPhone(browser, program, 'Mara Vogt');
  await customer.write('hello');
  await customer.sees('Hello Mara! Welcome to our page. How can I help you today?');
  const { page, context } = await openPage(browser);
  await signInAsDemo(page, program);
  screens = await listScreens(page);
  await context.close();
  await customer.page.context().close();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  if (program) removeDataDirectory(program.dataDirectory);
}, 30_000);

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.getByRole('heading').first().waitFor();
};

const axeViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(wcag)} }).then((result) => result.violations)`,
  );
  return z
    .array(violation)
    .parse(found)
    .map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html.slice(0, 200)}`);
};

describe.each([
  { width: 'a desktop', viewport: desktop, colorScheme: 'light' },
  { width: 'a desktop', viewport: desktop, colorScheme: 'dark' },
  { width: 'a phone', viewport: phone, colorScheme: 'light' },
] as const)('every screen on $width in the $colorScheme theme', ({ viewport, colorScheme }) => {
  it('is accessible, fits the width, and logs no error', async () => {
    const { page, problems, context } = await openPage(browser, { viewport, colorScheme });
    await signInAsDemo(page, program);
    const faults: string[] = [];
    for (const { name, address } of screens) {
      await page.goto(`${program.url}${address}`);
      await settle(page);
      faults.push(...(await axeViolations(page)).map((fault) => `${name}: ${fault}`));
      const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (overflow > 0) faults.push(`${name}: scrolls ${overflow} px sideways`);
      if (faults.some((fault) => fault.startsWith(name)))
        await keepScreenshot(page, `${name}-${colorScheme}`);
    }
    await context.close();
    expect([...faults, ...problems]).toEqual([]);
  }, 180_000);
});
