import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { desktop, keepScreenshot, launchBrowser, openPage, phone } from './support/browser';
import { listScreens, signedOutScreens, type Screen } from './support/list-screens';
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
let screens: Screen[] = [];

beforeAll(async () => {
  program = await startProgram();
  browser = await launchBrowser();
  const customer = await openTestPhone(browser, program, 'Mara Vogt');
  await customer.write('hello');
  await customer.sees('Hello Mara! Welcome to our page. How can I help you today?');
  const { page, context } = await openPage(browser);
  await signInAsDemo(page, program);
  screens = await listScreens(page, program);
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

/** What is wrong with a screen; an element may stick out of neither side, nor may the window itself scroll. */
const faultsOf = async (page: Page, { name, address, open }: Screen): Promise<string[]> => {
  await page.goto(`${program.url}${address}`);
  await settle(page);
  if (open) {
    await open(page);
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .or(page.getByRole('menu'))
      .or(page.getByText('Unsaved changes'))
      .first()
      .waitFor();
    await settle(page);
  }
  const violations = await axeViolations(page);
  const sideways = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  const down = Number(await page.evaluate('document.documentElement.scrollHeight - innerHeight'));
  const faults = [
    ...violations,
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(down > 0 ? [`the window scrolls ${down} px beside the page in it`] : []),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
};

describe.each([
  { width: 'a desktop', viewport: desktop, colorScheme: 'light' },
  { width: 'a desktop', viewport: desktop, colorScheme: 'dark' },
  { width: 'a phone', viewport: phone, colorScheme: 'light' },
] as const)('every screen on $width in the $colorScheme theme', ({ viewport, colorScheme }) => {
  it('is accessible, fits the window, and logs no error', async () => {
    const { page, problems, context } = await openPage(browser, { viewport, colorScheme });
    const faults: string[] = [];
    const look = async (screen: Screen): Promise<void> => {
      const found = await faultsOf(page, screen);
      if (found.length > 0) await keepScreenshot(page, `${screen.name}-${colorScheme}`);
      faults.push(...found);
    };
    for (const screen of signedOutScreens) await look(screen);
    await signInAsDemo(page, program);
    for (const screen of screens) await look(screen);
    await context.close();
    expect([...faults, ...problems]).toEqual([]);
  }, 300_000);
});
