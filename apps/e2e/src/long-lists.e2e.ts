import type { Page } from 'playwright-core';
import { signInToApi } from './support/api-client';
import { findViolations } from './support/axe';
import { keepScreenshot, openPage, phone } from './support/browser';
import { builderOf } from './support/builder-handle';
import { drawOnServer } from './support/draw-on-server';
import { readDrawn, type DrawnFlow } from './support/drawn-flow';
import { signInAsDemo } from './support/sign-in';
import { until } from './support/until';
import { useProgram } from './support/use-program';

const scene = useProgram();
const stepCount = 1_000;
/** What a list may put into the page at once, besides its few fixed choices. */
const maxOptions = 210;
let address = '';

beforeAll(async () => {
  const steps: DrawnFlow = Object.fromEntries(
    Array.from({ length: stepCount }, (_, n) => [
      `step_${n}`,
      {
        name: `Stop ${n}`,
        text: 'Hi',
        x: (n % 40) * 400,
        y: Math.floor(n / 40) * 300,
        to: n + 1 < stepCount ? `step_${n + 1}` : null,
      },
    ]),
  );
  const api = await signInToApi(scene.program);
  const drawn = await drawOnServer(api, {
    url: scene.program.url,
    name: 'A thousand',
    steps,
    first: 'step_0',
  });
  ({ address } = drawn);
}, 60_000);

const panelOf = (page: Page) =>
  page.getByRole('complementary', { name: 'Step', exact: true }).or(page.getByRole('dialog')).first();

const openStep = async (page: Page, nodeId: string): Promise<void> => {
  await page.goto(address);
  await builderOf(page).untilReady();
  await builderOf(page).select([nodeId]);
  await page.keyboard.press('Enter');
  await panelOf(page)
    .getByRole('combobox', { name: /^After/ })
    .first()
    .waitFor();
};

it('leads a way out to one of a thousand steps by typing its name, and the focus comes back to it', async () => {
  const { page, context, problems } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  try {
    await openStep(page, 'step_0');
    const target = panelOf(page)
      .getByRole('combobox', { name: /^After/ })
      .first();
    expect(await target.textContent()).toContain('Stop 1');
    await target.press('Enter');
    const search = page.getByRole('combobox', { name: 'Search the step to go to' });
    await search.waitFor();
    const options = page.getByRole('option');
    expect(await options.count()).toBeLessThanOrEqual(maxOptions);
    await page.getByText('more. Type to find them.').waitFor();
    expect(await findViolations(page)).toEqual([]);

    await page.keyboard.type('Stop 777');
    await page.getByRole('option', { name: /Stop 777/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await search.waitFor({ state: 'detached' });
    await target.filter({ hasText: 'Stop 777' }).waitFor();
    expect(readDrawn(await builderOf(page).definition(), 'step_')['step_0']?.to).toBe('step_777');
    await page.locator('[role=combobox][aria-label^="After"]:focus').waitFor();
    expect(problems).toEqual([]);
  } catch (error) {
    await keepScreenshot(page, 'long-list');
    throw error;
  }
  await context.close();
}, 90_000);

it('reaches what is no step in a list that is cut short', async () => {
  const { page, context } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  await page.goto(address);
  await builderOf(page).untilReady();
  await builderOf(page).select(['step_2']);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Connect “Stop 2”' });
  // The way out that leads nowhere yet is chosen at first.
  await dialog.getByRole('option', { name: 'A new step…' }).click();
  await page.getByRole('option', { name: /^Wait/ }).first().click();
  await page.getByRole('button', { name: /^Undo: / }).waitFor();
  await context.close();
}, 90_000);

/** In the page: scrolls what holds the rows of the outline. */
const toMiddle = `(() => {
  let frame = document.querySelector('[data-outline-step]');
  while (frame && getComputedStyle(frame).overflowY !== 'auto') frame = frame.parentElement;
  if (frame) frame.scrollTop = frame.scrollHeight / 2;
})()`;

it('keeps a thousand steps out of the page of a phone but for those in sight', async () => {
  const { page, context } = await openPage(scene.browser, { viewport: phone, hasTouch: true });
  await signInAsDemo(page, scene.program);
  await page.goto(address);
  const rows = page.getByRole('list', { name: 'Steps of the flow' }).getByRole('listitem');
  await rows.first().waitFor();
  const shown = page.locator('[data-outline-step]');
  expect(await shown.count()).toBeLessThan(60);
  const middle = shown.filter({ hasText: /Edit (4|5|6)\d\d,/ }).first();
  await until(async () => {
    // What is not in the page yet is only guessed in height, so the middle is come to in steps.
    await page.evaluate(toMiddle);
    return middle.isVisible();
  }, 20_000);
  expect(await shown.count()).toBeLessThan(60);
  await context.close();
}, 90_000);
