import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { percentile, round } from '../statistics.mjs';
import { startServer } from '../server-process.mjs';
import { createLargeFlow } from './large-flow.mjs';
import { installProbes, timeToPaint, watchFrames } from './page-probes.mjs';

const allSizes = [300, 500, 1000, 2000];
const viewport = { width: 1440, height: 900 };

/** The demo account of a server of its own, and flows of every size in it. */
const prepare = async (server, sizes) => {
  const call = async (method, path, body, token) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return answer.json();
  };
  const credentials = { email: 'demo@instaflow.local', password: server.secrets.demoPassword };
  const { token } = await call('POST', '/auth/login', credentials);
  const { instagramAccounts } = await call('GET', '/instagram-accounts', null, token);
  const accountId = instagramAccounts[0].instagramAccountId;
  const flows = new Map();
  for (const size of sizes) {
    const body = { name: `${size} steps`, flowDefinition: createLargeFlow(size) };
    flows.set(size, (await call('POST', `/instagram-accounts/${accountId}/flows`, body, token)).flowId);
  }
  return { credentials, accountId, flows };
};

const logIn = async (page, { url }, { email, password }) => {
  await page.goto(`${url}/login`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/login'));
};

const twoFrames = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
const card = '.react-flow__node';

/** From the navigation until the first cards are drawn and the page answers; best of three with a warm cache. */
const measureOpening = async (page, address) => {
  const times = [];
  for (let round = 0; round < 4; round += 1) {
    await page.goto('about:blank');
    const from = performance.now();
    await page.goto(address);
    await page.locator(card).first().waitFor();
    await page.evaluate(twoFrames);
    times.push(performance.now() - from);
  }
  return round(Math.min(...times.slice(1)), 0);
};

/** A point of the canvas that no card covers. */
const findEmptyPoint = `(() => {
  const { left, top, width, height } = document.querySelector('.react-flow').getBoundingClientRect();
  for (let y = top + height * 0.3; y < top + height * 0.8; y += 7)
    for (let x = left + width * 0.3; x < left + width * 0.7; x += 7)
      if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
  throw new Error('no empty spot on the canvas');
})()`;

const drag = async (page, from, isPanning) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down(isPanning ? { button: 'middle' } : {});
  for (let step = 1; step <= 60; step += 1) {
    await page.mouse.move(from.x + Math.sin(step / 6) * 120, from.y + step * 2);
  }
  await page.mouse.up(isPanning ? { button: 'middle' } : {});
};

const zoom = async (page, at) => {
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, step < 15 ? 40 : -40);
  await page.keyboard.up('Control');
};

/** The head of a message in the middle of the view. */
const visibleCard = `(() => {
  for (const element of document.querySelectorAll('${card}')) {
    if (!element.textContent.startsWith('Message')) continue;
    const box = element.getBoundingClientRect();
    const point = { x: box.left + box.width / 2, y: box.top + 14 };
    if (point.y > 150 && point.y < 800 && point.x > 420 && point.x < 1300 &&
        element.contains(document.elementFromPoint(point.x, point.y))) return point;
  }
  throw new Error('no card in the middle of the view');
})()`;

const measureMoves = async (page, cdp) => {
  const focusCanvas = async () => {
    await page.keyboard.press('Escape');
    await page
      .locator('.react-flow__pane')
      .focus()
      .catch(() => page.locator('.react-flow').focus());
  };
  await focusCanvas();
  await page.keyboard.press('0');
  await page.waitForTimeout(600);
  const pan = await watchFrames(page, cdp, async () => drag(page, await page.evaluate(findEmptyPoint), true));
  const dragCard = await watchFrames(page, cdp, async () =>
    drag(page, await page.evaluate(visibleCard), false),
  );
  const zooming = await watchFrames(page, cdp, async () => zoom(page, await page.evaluate(findEmptyPoint)));
  await focusCanvas();
  await page.keyboard.press('Shift+1');
  await page.waitForTimeout(900);
  const panFit = await watchFrames(page, cdp, async () => drag(page, { x: 760, y: 300 }, true));
  return { pan, dragCard, zoom: zooming, panFitView: panFit };
};

/** Letters into the text of a message, each until its frame is painted. */
const measureTyping = async (page) => {
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('0');
  await page.waitForTimeout(1_200);
  const point = await page.evaluate(visibleCard);
  await page.mouse.click(point.x, point.y);
  await page.keyboard.press('Enter');
  const field = page
    .getByRole('complementary', { name: 'Step', exact: true })
    .getByLabel('Text', { exact: true });
  await field.click();
  const times = [];
  for (const letter of 'the quick brown fox jumps over the lazy dog') {
    times.push(await timeToPaint(page, 'input', () => page.keyboard.type(letter)));
    await page.waitForTimeout(30);
  }
  return { typingP50Ms: round(percentile(times, 0.5)), typingP95Ms: round(percentile(times, 0.95)) };
};

const measureUndo = async (page) => {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1_200);
  const times = [];
  for (let step = 0; step < 6; step += 1) {
    const keys = step % 2 === 0 ? 'Control+z' : 'Control+Shift+z';
    times.push(await timeToPaint(page, 'keydown', () => page.keyboard.press(keys)));
    await page.waitForTimeout(100);
  }
  return { undoP95Ms: round(percentile(times, 0.95)) };
};

const measureTidy = async (page, cdp) => {
  const read = `[...document.querySelectorAll('${card}')].map((node) => node.style.transform).join('|')`;
  await page.keyboard.press('Escape');
  const before = await page.evaluate(read);
  const from = performance.now();
  const watched = await watchFrames(page, cdp, async () => {
    await page.keyboard.press('Shift+T');
    while ((await page.evaluate(read)) === before) await page.evaluate(twoFrames);
  });
  return { tidyMs: round(performance.now() - from, 0), tidyLongestTaskMs: watched.longestTaskMs };
};

/** The builder in a real browser: opening, moving, typing, undoing and tidying flows of several sizes. */
export const measureBuilder = async ({ print, sizes = allSizes }) => {
  const server = await startServer({});
  const browser = await playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const { credentials, accountId, flows } = await prepare(server, sizes);
    const page = await (await browser.newContext({ viewport })).newPage();
    const cdp = await page.context().newCDPSession(page);
    page.setDefaultTimeout(20_000);
    await cdp.send('Performance.enable');
    await page.addInitScript(installProbes);
    await logIn(page, server, credentials);
    for (const [size, flowId] of flows) {
      const openMs = await measureOpening(page, `${server.url}/accounts/${accountId}/flows/${flowId}`);
      const moves = await measureMoves(page, cdp);
      const typing = await measureTyping(page);
      const undo = await measureUndo(page);
      const tidy = await measureTidy(page, cdp);
      print(`builder, ${size} steps`, {
        browser: browser.version(),
        openMs,
        ...moves,
        ...typing,
        ...undo,
        ...tidy,
      });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
};
