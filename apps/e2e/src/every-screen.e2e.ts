import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findViolations } from './support/axe';
import { desktop, keepScreenshot, openPage, openTab, pageTimeoutMs, phone } from './support/browser';
import { listScreens, signedOutScreens, type Screen } from './support/list-screens';
import { sendEveryKind } from './support/send-every-kind';
import { watchLoading, type Settle } from './support/settle';
import { signInAsDemo } from './support/sign-in';
import { openTestPhone } from './support/test-phone';
import { useProgram } from './support/use-program';
import { until } from './support/until';

const scene = useProgram();
let screens: Screen[] = [];

beforeAll(async () => {
  const customer = await openTestPhone(scene.browser, scene.program, 'Mara Vogt');
  await customer.write('hello');
  await customer.sees('Hello Mara! Welcome to our page. How can I help you today?');
  await sendEveryKind(scene.program, 'nora.brandt');
  const { page, context } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  screens = await listScreens(page, scene.program);
  await context.close();
  await customer.page.context().close();
}, 120_000);

const openingMs = 3_000;
/** Screens are looked at side by side: while one loads, another is checked. */
const tabs = 2;

/** Null when the screen is there; otherwise what kept it from opening. */
const whyNotShown = async (page: Page, { address, open }: Screen, settle: Settle): Promise<string | null> => {
  try {
    await page.goto(`${scene.program.url}${address}`);
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

/** How a screen is looked at once more before the next one is opened. */
type SecondLook = {
  name: string;
  begin: (page: Page) => Promise<void>;
  end: (page: Page) => Promise<void>;
  withAxe: boolean;
  only: (screen: Screen) => boolean;
};

type Look = { settle: Settle; again: SecondLook | null };

/** What is wrong with a screen; an element may stick out of neither side, nor may the window itself scroll. */
const faultsOf = async (page: Page, screen: Screen, { settle, again }: Look): Promise<string[]> => {
  // Once more on a machine so busy that a press took seconds; what never opens costs little more by it.
  const hindrance = (await whyNotShown(page, screen, settle)) && (await whyNotShown(page, screen, settle));
  if (hindrance !== null) return [`${screen.name}: ${hindrance}`];
  const faults = await check(page, true);
  if (again?.only(screen)) {
    await again.begin(page);
    await settle();
    faults.push(...(await check(page, again.withAxe)).map((fault) => `${fault} ${again.name}`));
    await again.end(page);
  }
  return faults.map((fault) => `${screen.name}: ${fault}`);
};

const fitsWithinMs = 1_000;
/** What sticks out is measured anyway. */
const saidBelow = (): void => undefined;
const fits =
  'document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight';

const check = async (page: Page, withAxe: boolean): Promise<string[]> => {
  const violations = withAxe ? await findViolations(page) : [];
  // After a change of the window's size the page may follow a moment later.
  await until(() => page.evaluate<boolean>(fits), fitsWithinMs).catch(saidBelow);
  const sideways = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  const down = Number(await page.evaluate('document.documentElement.scrollHeight - innerHeight'));
  return [
    ...violations,
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(down > 0 ? [`the window scrolls ${down} px beside the page in it`] : []),
  ];
};

/** Looks at screens one after the other, as long as another page left some. */
const lookAt = async (
  context: BrowserContext,
  { waiting, suffix, again }: { waiting: Screen[]; suffix: string; again: SecondLook | null },
): Promise<string[]> => {
  const { page, problems } = await openTab(context);
  const look = { settle: watchLoading(page), again };
  const faults: string[] = [];
  for (let screen = waiting.shift(); screen !== undefined; screen = waiting.shift()) {
    const found = await faultsOf(page, screen, look);
    if (found.length > 0) await keepScreenshot(page, `${screen.name}-${suffix}`);
    faults.push(...found);
  }
  return [...faults, ...problems];
};

/** 320 px is what is left of a window when it is zoomed to 400 %. */
const zoomed: SecondLook = {
  name: 'at 320 px',
  begin: (page) => page.setViewportSize({ width: 320, height: 640 }),
  end: (page) => page.setViewportSize(phone),
  withAxe: false,
  only: () => true,
};
const forcedColours: SecondLook = {
  name: 'in forced colours',
  begin: (page) => page.emulateMedia({ forcedColors: 'active' }),
  end: (page) => page.emulateMedia({ forcedColors: 'none' }),
  withAxe: true,
  only: ({ open }) => !open,
};

type Sight = { name: string; again: SecondLook | null } & NonNullable<Parameters<Browser['newContext']>[0]>;
const sights: Sight[] = [
  { name: 'on a desktop', viewport: desktop, colorScheme: 'light', again: forcedColours },
  { name: 'on a desktop in the dark', viewport: desktop, colorScheme: 'dark', again: null },
  { name: 'on a phone', viewport: phone, colorScheme: 'light', again: zoomed },
];

it.each(sights)(
  'every screen $name is accessible, fits the window, and logs no error',
  async ({ name, again, ...options }) => {
    const look = { suffix: name.replaceAll(' ', '-'), again };
    const { page, problems, context } = await openPage(scene.browser, options);
    const found = await lookAt(context, { ...look, waiting: [...signedOutScreens] });
    await signInAsDemo(page, scene.program);
    const waiting = [...screens];
    const seen = await Promise.all(Array.from({ length: tabs }, () => lookAt(context, { ...look, waiting })));
    await context.close();
    expect([...found, ...seen.flat(), ...problems]).toEqual([]);
  },
  300_000,
);
