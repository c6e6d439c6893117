import type { Page } from 'playwright-core';
import { z } from 'zod';
import { openPage } from './support/browser';
import { readFocus, type Focused } from './support/focus';
import { signInAsDemo } from './support/sign-in';
import { useProgram } from './support/use-program';

const scene = useProgram();
let page: Page;
let address = '';

beforeAll(async () => {
  ({ page } = await openPage(scene.browser));
  await signInAsDemo(page, scene.program);
  await page.getByRole('link', { name: 'Flows', exact: true }).click();
  const flow = page.getByRole('link', { name: /^Welcome/ }).first();
  address = `${scene.program.url}${(await flow.getAttribute('href')) ?? ''}`;
}, 60_000);

const open = async (): Promise<void> => {
  await page.goto(address);
  await page.locator('[data-builder-works]').waitFor({ state: 'attached' });
  await page.getByLabel(/^Step 1, Start/).waitFor();
};
const painted = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`;
/** Layers give the focus back a moment after they are gone. */
const focusSoon = async (): Promise<Focused> => {
  for (let look = 0; look < 20; look += 1) {
    await page.evaluate(painted);
    const found = await readFocus(page);
    if (!found.isLost) return found;
  }
  return readFocus(page);
};
const focusStep = (step: number): Promise<void> => page.getByLabel(new RegExp(`^Step ${step}, `)).focus();
const layer = () => page.getByRole('dialog').or(page.getByRole('menu')).first();

it('leads the Tab key along the flow, and shows where the focus is', async () => {
  await open();
  await focusStep(1);
  const walked: Focused[] = [];
  for (let step = 0; step < 3; step += 1) {
    await page.evaluate(painted);
    walked.push(await readFocus(page));
    await page.keyboard.press('Tab');
  }
  expect(walked.map(({ label }) => /^Step (\d+)/.exec(label)?.[1])).toEqual(['1', '2', '3']);
  expect(walked.filter(({ isCovered }) => isCovered)).toEqual([]);
  expect(walked.filter(({ ringContrast }) => ringContrast < 3)).toEqual([]);
}, 60_000);

it('keeps the focus after a step is added, left, deleted and brought back', async () => {
  await open();
  await focusStep(2);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Step', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  const seen: Record<string, Focused> = { 'the panel closed': await focusSoon() };

  await page.keyboard.press('Control+k');
  await page.locator('[role="dialog"] input:focus').waitFor();
  await page.keyboard.type('add tag');
  await page.getByRole('option', { name: /^Add Tag/i, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('aside :is(input, textarea, button):focus').waitFor();
  seen['a step added'] = await focusSoon();
  await page.keyboard.press('Escape');
  seen['the new step left'] = await focusSoon();
  await page.keyboard.press('Delete');
  await page
    .getByText(/^Deleted/)
    .last()
    .waitFor({ state: 'attached' });
  seen['the step deleted'] = await focusSoon();
  await page.keyboard.press('Control+z');
  seen['the deletion undone'] = await focusSoon();
  await page.keyboard.press('Control+Shift+z');
  seen['it was redone'] = await focusSoon();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  seen['the step taken back'] = await focusSoon();
  expect(Object.entries(seen).filter(([, { isLost }]) => isLost)).toEqual([]);
}, 60_000);

it.each([
  ['the commands', 'Control+k'],
  ['the search', 'Control+f'],
  ['the way to connect', 'c'],
  ['the list of keys', '?'],
  ['publishing', 'Control+Enter'],
  ['the steps to add', 'a'],
])(
  'gives the focus back to the step when %s close',
  async (_name, keys) => {
    await open();
    await focusStep(2);
    await page.keyboard.press(keys);
    await layer().waitFor();
    await page.keyboard.press('Escape');
    await layer().waitFor({ state: 'detached' });
    expect(await focusSoon()).toMatchObject({ isLost: false, label: expect.stringMatching(/^Step 2,/) });
  },
  60_000,
);

const smallTargets = `[...document.querySelectorAll(
    '.builder-canvas :is(.react-flow__handle, button, a, input, [role=button]), header button, header a, aside button')]
  .map((element) => ({ element, box: element.getBoundingClientRect() }))
  .filter(({ element, box }) => box.width > 0 && getComputedStyle(element).visibility !== 'hidden' &&
    !element.closest('.react-flow__attribution') && (box.width < 23.9 || box.height < 23.9))
  .map(({ element, box }) => [element.getAttribute('aria-label') ?? element.className, box.width, box.height].join(' '))`;

it('has no target below 24 px at zoom 1, outlets among them', async () => {
  await open();
  await focusStep(2);
  await page.keyboard.press('0');
  await page.evaluate(painted);
  expect(await page.locator('.react-flow__handle').count()).toBeGreaterThan(2);
  expect(z.array(z.string()).parse(await page.evaluate(smallTargets))).toEqual([]);
}, 60_000);

const placeOf = (step: RegExp): Promise<string | null> => page.getByLabel(step).getAttribute('style');

it('does without dragging what dragging does: adding, moving and connecting', async () => {
  await open();
  await focusStep(2);
  const before = await placeOf(/^Step 2,/);
  await page.keyboard.press('Alt+ArrowDown');
  await page.evaluate(painted);
  expect(await placeOf(/^Step 2,/)).not.toBe(before);

  await page
    .getByRole('button', { name: /^Randomizer/ })
    .first()
    .click();
  const added = page.getByLabel(/^Step \d+, Randomizer/);
  await added.waitFor();
  // Once to leave the panel, once to have nothing selected.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await focusStep(2);
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: /^Connect/ }).waitFor();
  await page
    .getByRole('option', { name: /Randomizer/ })
    .first()
    .click();
  await page
    .getByText(/^Connected to/)
    .last()
    .waitFor({ state: 'attached' });
}, 60_000);

it('moves at once where the system asks for less motion', async () => {
  await open();
  const viewport = page.locator('.react-flow__viewport');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await page.evaluate(painted);
  const at = await viewport.getAttribute('style');
  await page.evaluate(`new Promise((resolve) => setTimeout(resolve, 250))`);
  expect(await viewport.getAttribute('style')).toBe(at);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  const moving = await page.evaluate(
    `document.getAnimations().filter((animation) => animation.effect.getComputedTiming().activeDuration > 10).length`,
  );
  expect(moving).toBe(0);
}, 60_000);
