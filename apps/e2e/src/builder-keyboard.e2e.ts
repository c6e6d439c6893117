import type { Page } from 'playwright-core';
import { findViolations } from './support/axe';
import { keepScreenshot, openPage } from './support/browser';
import { signInAsDemo } from './support/sign-in';
import { useProgram } from './support/use-program';

const scene = useProgram();

/** What a pointer would do is made impossible: only keys are left. */
const withoutPointer = async (page: Page): Promise<void> => {
  await page.addInitScript(`for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
    addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
  }`);
};

const press = (page: Page, ...keys: string[]): Promise<void> =>
  keys.reduce(async (before, key) => {
    await before;
    await page.keyboard.press(key);
  }, Promise.resolve());

/** Ctrl+K, a part of a name, Enter. */
const command = async (page: Page, name: string, option: string | RegExp): Promise<void> => {
  await press(page, 'Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox').waitFor();
  await page.keyboard.type(name);
  await dialog.getByRole('option', { name: option, selected: true }).waitFor();
  await press(page, 'Enter');
  await dialog.waitFor({ state: 'detached' });
};

const stepCard = (page: Page, name: string | RegExp) => page.getByLabel(name);

/** Adds a step after the selected one; the focus is in the first field of its form then. */
const addStep = async (page: Page, kind: string): Promise<void> => {
  await command(page, `add ${kind}`, new RegExp(`^Add ${kind}`, 'i'));
  await page.getByRole('complementary', { name: 'Step', exact: true }).waitFor();
  await page.locator('aside :is(input, textarea, button):focus').waitFor();
};

const newFlow = async (page: Page, name: string): Promise<void> => {
  const flows = page.getByRole('link', { name: 'Flows', exact: true });
  await flows.focus();
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'New flow' }).first().focus();
  await press(page, 'Enter');
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type(name);
  await press(page, 'Enter');
  await stepCard(page, /^Step 1, Start/).waitFor();
  await page.locator('[data-builder-works]').waitFor({ state: 'attached' });
};

/** Colours glide from one theme to the other; half way there no contrast is true. Spinners turn for ever. */
const afterTransitions = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
  Promise.allSettled(
    document.getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
      .map((animation) => animation.finished),
  ).then(() => null))`;

const violationsInBothThemes = async (page: Page, where: string): Promise<string[]> => {
  const found: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.evaluate(afterTransitions);
    for (const violation of await findViolations(page)) found.push(`${where}, ${theme}: ${violation}`);
  }
  return found;
};

it('builds and publishes a flow of six steps with the keyboard alone', async () => {
  const { page, context, problems } = await openPage(scene.browser);
  await withoutPointer(page);
  await page.goto(`${scene.program.url}/login`);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(scene.program.demo.email);
  await page.getByLabel('Password', { exact: true }).focus();
  await page.keyboard.type(scene.program.demo.password);
  await press(page, 'Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  const faults: string[] = [];
  try {
    await newFlow(page, 'By keyboard');
    await addStep(page, 'Message');
    await page.keyboard.type('Which size?');
    await press(page, 'Escape');
    await addStep(page, 'Tag');
    await page.keyboard.type('asked');
    await press(page, 'Escape');
    await addStep(page, 'Wait');
    await press(page, 'Escape');
    await addStep(page, 'Message');
    await page.keyboard.type('Still there?');
    await press(page, 'Escape');
    await addStep(page, 'Hand over');
    await press(page, 'Escape');
    await stepCard(page, /^Step 6, Hand over/).waitFor();
    faults.push(...(await violationsInBothThemes(page, 'canvas')));

    // Along the flow and back; the focus goes along.
    await press(page, 'ArrowLeft', 'ArrowLeft');
    await page
      .getByLabel(/^Step 4, Wait/)
      .and(page.locator(':focus'))
      .waitFor();
    await press(page, 'Control+d');
    await page.getByLabel(/^Step 7, Wait/).waitFor();
    await press(page, 'Control+z');
    await page.getByLabel(/^Step 7, Wait/).waitFor({ state: 'detached' });

    // The same in the outline: delete, undo, lead elsewhere.
    await press(page, 'o');
    await page.locator('[data-outline-step]:focus').waitFor();
    const row = page.getByRole('button', { name: /^Edit 3, Tag/ });
    await row.focus();
    await page.getByRole('button', { name: 'Delete Tag' }).focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: /^Edit 3, Wait/ }).waitFor();
    await page.locator('[data-outline-step]:focus').waitFor();
    await press(page, 'Control+z');
    await row.waitFor();
    // What it says goes by itself; until then it is fading, which no contrast can be measured in.
    const told = page.getByText('Undone: Deleted “Tag”').last();
    await told.waitFor();
    await told.waitFor({ state: 'detached' });
    faults.push(...(await violationsInBothThemes(page, 'outline')));
    await press(page, 'o');
    await page.locator('.react-flow__node:focus').waitFor();
    await page.locator('[data-save-status="saved"]').waitFor();
    await press(page, 'Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Publish this flow' });
    const confirm = dialog.getByRole('button', { name: 'Publish now' });
    await confirm.waitFor();
    faults.push(...(await violationsInBothThemes(page, 'publishing')));
    await confirm.focus();
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Live', { exact: true }).waitFor();
  } catch (error) {
    await keepScreenshot(page, 'builder-keyboard');
    throw error;
  }
  expect([...faults, ...problems]).toEqual([]);
  await context.close();
}, 120_000);

it('puts the edits of two tabs together, and asks where both changed the same', async () => {
  const { page, context } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  const other = await context.newPage();
  const nameOf = (tab: Page) => tab.locator('[data-step-name]');
  const untilSaved = (tab: Page) => tab.locator('[data-save-status="saved"]').waitFor();
  const rename = async (tab: Page, step: RegExp, name: string): Promise<void> => {
    await press(tab, 'Escape');
    await tab.getByLabel(step).locator('header').click();
    await nameOf(tab).fill(name);
  };
  try {
    await page.getByRole('link', { name: 'Flows', exact: true }).click();
    await page.getByRole('link', { name: 'Comment to DM', exact: true }).click();
    await page.getByLabel(/^Step 2, Message/).waitFor();
    await other.goto(page.url());
    await other.getByLabel(/^Step 2, Message/).waitFor();

    await rename(page, /^Step 2, Message/, 'First');
    await untilSaved(page);
    await rename(other, /^Step 3, Message/, 'Second');
    await other.getByText('Somebody else changed 1 step meanwhile.').waitFor();
    await untilSaved(other);
    await other.getByLabel(/^Step 2, Message “First”/).waitFor();

    await rename(page, /^Step 3, Message/, 'Mine');
    await other.getByRole('button', { name: 'Undo' }).waitFor();
    await page.getByRole('button', { name: 'Resolve' }).waitFor();
    await page.getByRole('button', { name: 'Resolve' }).press('Enter');
    const choice = page.getByRole('group', { name: 'Second · Name' });
    await choice.getByRole('radio', { name: /^Yours/ }).focus();
    await press(page, 'ArrowRight');
    await page.getByRole('button', { name: 'Put together and save' }).press('Enter');
    await untilSaved(page);
    expect(await nameOf(page).inputValue()).toBe('Second');
    await page.getByRole('button', { name: /^Undo: Took theirs/ }).click();
    expect(await nameOf(page).inputValue()).toBe('Mine');
    await untilSaved(page);
  } catch (error) {
    await keepScreenshot(page, 'builder-two-tabs');
    throw error;
  }
  await context.close();
}, 90_000);
