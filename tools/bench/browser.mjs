import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const viewport = { width: 1440, height: 900 };

export const browserPath = async () => process.env.CHROMIUM_PATH ?? (await chromium.executablePath());

/** Without a graphics card, as the machines are that nobody looks at. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/** A page in a browser of its own, the probes in it from its first script on. */
export const openBenchPage = async ({ probes }) => {
  const browser = await playwright.launch({ executablePath: await browserPath(), args: browserArguments });
  const page = await (await browser.newContext({ viewport })).newPage();
  page.setDefaultTimeout(20_000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.addInitScript(probes);
  return { browser, page, cdp };
};

/** Signs in as the demo user of a server. */
export const signIn = async (page, { url, secrets }) => {
  await page.goto(`${url}/login`);
  await page.getByLabel('E-mail').fill('demo@instaflow.local');
  await page.getByLabel('Password', { exact: true }).fill(secrets.demoPassword);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/login'));
};

/** The public API as the demo user, and the demo account. */
export const openDemo = async ({ url, secrets }) => {
  const ask = async (method, path, body, token) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return answer.json();
  };
  const credentials = { email: 'demo@instaflow.local', password: secrets.demoPassword };
  const { token } = await ask('POST', '/auth/login', credentials);
  const call = (method, path, body) => ask(method, path, body, token);
  const { instagramAccounts } = await call('GET', '/instagram-accounts');
  return { call, accountId: instagramAccounts[0].instagramAccountId };
};
