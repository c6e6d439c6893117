import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findViolations } from './support/axe';
import {
  desktop,
  keepScreenshot,
  launchBrowser,
  openPage,
  openTab,
  pageTimeoutMs,
  phone,
} from './support/browser';
import { listScreens, signedOutScreens, type Screen } from './support/list-screens';
import { removeDataDirectory, startProgram, type Program } from './support/program';
import { sendEveryKind } from './support/send-every-kind';
import { watchLoading, type Settle } from './support/settle';
import { signInAsDemo } from './support/sign-in';
import { openTestPhone } from './support/test-phone';

let program: Program;
let browser: Browser;
let screens: Screen[] = [];

beforeAll(async () => {
  program = await startProgram();
  browser = await launchBrowser();
  const customer = await openTestPhone(browser, program, 'Mara Vogt');
  await customer.write('hello');
  await customer.sees('Hello Mara! Welcome to our page. How can I help you today?');
  await sendEveryKind(program, 'nora.brandt');
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

const openingMs = 3_000;
/** Screens are looked at side by side: while one loads, another is checked. */
const tabs = 2;

/** Null when the screen is there; otherwise what kept it from opening. */
const whyNotShown = async (page: Page, { address, open }: Screen, settle: Settle): Promise<string | null> => {
  try {
    await page.goto(`${program.url}${address}`);
    await settle();
    if (!open) return null;
    page.setDefaultTimeout(openingMs);
    await open(page);
    await settle();
    return null;
  } catch (error) {
    return `does not open: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`;
  } finally {
    page.setDefaultTimeout(pageTimeoutMs);
  }
};

/** What is wrong with a screen; an element may stick out of neither side, nor may the window itself scroll. */
const faultsOf = async (page: Page, screen: Screen, settle: Settle): Promise<string[]> => {
  // Once more on a machine so busy that a press took seconds; what never opens costs little more by it.
  const hindrance = (await whyNotShown(page, screen, settle)) && (await whyNotShown(page, screen, settle));
  if (hindrance !== null) return [`${screen.name}: ${hindrance}`];
  const violations = await findViolations(page);
  const sideways = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  const down = Number(await page.evaluate('document.documentElement.scrollHeight - innerHeight'));
  const faults = [
    ...violations,
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(down > 0 ? [`the window scrolls ${down} px beside the page in it`] : []),
  ];
  return faults.map((fault) => `${screen.name}: ${fault}`);
};

/** Looks at screens one after the other, as long as another page left some. */
const lookAt = async (context: BrowserContext, waiting: Screen[], suffix: string): Promise<string[]> => {
  const { page, problems } = await openTab(context);
  const settle = watchLoading(page);
  const faults: string[] = [];
  for (let screen = waiting.shift(); screen !== undefined; screen = waiting.shift()) {
    const found = await faultsOf(page, screen, settle);
    if (found.length > 0) await keepScreenshot(page, `${screen.name}-${suffix}`);
    faults.push(...found);
  }
  return [...faults, ...problems];
};

describe.each([
  { width: 'a desktop', viewport: desktop, colorScheme: 'light' },
  { width: 'a desktop', viewport: desktop, colorScheme: 'dark' },
  { width: 'a phone', viewport: phone, colorScheme: 'light' },
] as const)('every screen on $width in the $colorScheme theme', ({ width, viewport, colorScheme }) => {
  it('is accessible, fits the window, and logs no error', async () => {
    const suffix = `${width.replace(' ', '-')}-${colorScheme}`;
    const { page, problems, context } = await openPage(browser, { viewport, colorScheme });
    const found = await lookAt(context, [...signedOutScreens], suffix);
    await signInAsDemo(page, program);
    const waiting = [...screens];
    found.push(
      ...(await Promise.all(Array.from({ length: tabs }, () => lookAt(context, waiting, suffix)))).flat(),
    );
    await context.close();
    expect([...found, ...problems]).toEqual([]);
  }, 300_000);
});
