import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

/**
 * Not the package's own list: that one is for serverless functions (one process, no web security) and loses the whole
 * browser with the first closed context.
 */
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/** CHROMIUM_PATH names another Chromium; without it the one inside the npm package is unpacked and used. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()),
    args: browserArguments,
    headless: true,
  });

/** How long a step of a journey may take. */
export const pageTimeoutMs = 20_000;

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 375, height: 812 };

export type WatchedPage = { page: Page; problems: string[] };

/** Another page of a context, with the same session. */
export const openTab = async (context: BrowserContext): Promise<WatchedPage> => {
  const page = await context.newPage();
  page.setDefaultTimeout(pageTimeoutMs);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return { page, problems };
};

/** A page whose uncaught errors and console errors fail the test that looks at `problems`. */
export const openPage = async (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = { viewport: desktop },
): Promise<WatchedPage & { context: BrowserContext }> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  return { context, ...(await openTab(context)) };
};

/** Keeps a picture of a failing page below `tmp/e2e` for the person who looks into it. */
export const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  const directory = join('tmp', 'e2e');
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`) });
};
