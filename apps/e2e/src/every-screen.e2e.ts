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

type Look = { settle: Settle; withAxe: boolean };

/** What is wrong with a screen; an element may stick out of neither side, nor may the window itself scroll. */
const faultsOf = async (page: Page, screen: Screen, { settle, withAxe }: Look): Promise<string[]> => {
  // Once more on a machine so busy that a press took seconds; what never opens costs little more by it.
  const hindrance = (await whyNotShown(page, screen, settle)) && (await whyNotShown(page, screen, settle));
  if (hindrance !== null) return [`${screen.name}: ${hindrance}`];
  const violations = withAxe ? await findViolations(page) : [];
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
const lookAt = async (
  context: BrowserContext,
  { waiting, suffix, withAxe }: { waiting: Screen[]; suffix: string; withAxe: boolean },
): Promise<string[]> => {
  const { page, problems } = await openTab(context);
  const look = { settle: watchLoading(page), withAxe };
  const faults: string[] = [];
  for (let screen = waiting.shift(); screen !== undefined; screen = waiting.shift()) {
    const found = await faultsOf(page, screen, look);
    if (found.length > 0) await keepScreenshot(page, `${screen.name}-${suffix}`);
    faults.push(...found);
  }
  return [...faults, ...problems];
};

type Sight = { name: string; withAxe?: boolean; only?: (screen: Screen) => boolean } & NonNullable<
  Parameters<Browser['newContext']>[0]
>;
/** 320 px is what is left of a window when it is zoomed to 400 %. */
const sights: Sight[] = [
  { name: 'on a desktop', viewport: desktop, colorScheme: 'light' },
  { name: 'on a desktop in the dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'on a phone', viewport: phone, colorScheme: 'light' },
  { name: 'at 320 px', viewport: { width: 320, height: 640 }, withAxe: false },
  { name: 'in forced colours', viewport: desktop, forcedColors: 'active', only: ({ open }) => !open },
];

it.each(sights)(
  'every screen $name is accessible, fits the window, and logs no error',
  async ({ name, withAxe = true, only = () => true, ...options }) => {
    const look = { suffix: name.replaceAll(' ', '-'), withAxe };
    const { page, problems, context } = await openPage(browser, options);
    const found = await lookAt(context, { ...look, waiting: [...signedOutScreens] });
    await signInAsDemo(page, program);
    const waiting = screens.filter(only);
    const seen = await Promise.all(Array.from({ length: tabs }, () => lookAt(context, { ...look, waiting })));
    await context.close();
    expect([...found, ...seen.flat(), ...problems]).toEqual([]);
  },
  300_000,
);
