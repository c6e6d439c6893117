import type { Page } from 'playwright-core';
import { builderOf } from './support/builder-handle';
import { takeRenders, watchRenders } from './support/count-renders';
import { readDraft } from './support/draw-on-server';
import { readDrawn, type DrawnFlow } from './support/drawn-flow';
import { useDrawnFlow } from './support/use-drawn-flow';

const step = (name: string, [x, y]: [number, number], to: string | null) => ({ name, text: 'Hi', x, y, to });
/** A row of three, and below it another connection. */
const steps: DrawnFlow = {
  step_a: step('A', [0, 0], 'step_b'),
  step_b: step('B', [400, 0], 'step_c'),
  step_c: step('C', [800, 0], null),
  step_d: step('D', [0, 400], 'step_e'),
  step_e: step('E', [800, 400], null),
};
const card = (page: Page, name: string) => page.getByLabel(new RegExp(`Message “${name}”`));
const targetsOf = async (page: Page): Promise<Record<string, string | null>> => {
  const drawn = readDrawn(await builderOf(page).definition(), 'step_');
  return Object.fromEntries(Object.entries(drawn).map(([id, { to }]) => [id, to]));
};
const before = { step_a: 'step_b', step_b: 'step_c', step_c: null, step_d: 'step_e', step_e: null };
const after = { step_a: 'step_c', step_b: 'step_e', step_c: null, step_d: 'step_b', step_e: null };

const { api, openFlow } = useDrawnFlow('builder-steps', steps);

const boxOf = async (page: Page, name: string) => {
  const box = await card(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not shown`);
  return box;
};

const untilSteady = async (page: Page): Promise<void> => {
  const viewport = page.locator('.react-flow__viewport');
  for (let last = ''; ;) {
    const now = (await viewport.getAttribute('style')) ?? '';
    if (now === last) return;
    last = now;
    await page.evaluate(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
    );
  }
};

const untilTargets = async (page: Page, wanted: object): Promise<void> => {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    if (JSON.stringify(await targetsOf(page)) === JSON.stringify(wanted)) return;
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
  expect(await targetsOf(page)).toEqual(wanted);
};

it(
  'puts a connected step onto the connection it is dropped on, joins what it leaves, and undoes both at once',
  () =>
    openFlow(async (page, flowId) => {
      await page.keyboard.press('Shift+1');
      await untilSteady(page);
      const [b, d, e] = await Promise.all([boxOf(page, 'B'), boxOf(page, 'D'), boxOf(page, 'E')]);
      const grip = { x: b.x + b.width / 2, y: b.y + 14 };
      const middle = { x: (d.x + d.width + e.x) / 2, y: d.y + (grip.y - b.y) };
      await page.mouse.move(grip.x, grip.y);
      await page.mouse.down();
      await page.mouse.move(middle.x, middle.y - 60, { steps: 8 });
      // Over the connection it is near to, whose curve is a little lower or higher than the middle of the cards.
      for (let down = -60; down <= 120; down += 6) {
        await page.mouse.move(middle.x, middle.y + down);
        if (await page.locator('.react-flow__edge path[style*="--accent"]').count()) break;
      }
      await page.mouse.up();
      expect(await targetsOf(page)).toEqual(after);
      await page.getByRole('button', { name: /^Undo: / }).click();
      expect(await targetsOf(page)).toEqual(before);
      await builderOf(page).untilSaved();
      expect(readDrawn((await readDraft(api, flowId)).definition, 'step_')).toEqual(steps);
    }),
  60_000,
);

it(
  'does the same from the keyboard, on the canvas and in the outline',
  () =>
    openFlow(async (page) => {
      const choose = async () => {
        const dialog = page.getByRole('dialog', { name: 'Put “B” between two steps' });
        await dialog.getByRole('combobox').fill('D → E');
        await dialog.getByRole('option', { name: /D → E/ }).waitFor();
        await page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'detached' });
      };
      await card(page, 'B').focus();
      await builderOf(page).select(['step_b']);
      await page.keyboard.press('Shift+C');
      await choose();
      await untilTargets(page, after);
      await page.keyboard.press('Control+z');
      await untilTargets(page, before);

      await page.keyboard.press('o');
      await page.getByRole('button', { name: 'Put B between two other steps' }).press('Enter');
      await choose();
      await untilTargets(page, after);
      await page.keyboard.press('Control+z');
      await untilTargets(page, before);
    }),
  60_000,
);

it(
  'selects what a box is drawn around with a trackpad, and moves all of it',
  () =>
    openFlow(
      async (page) => {
        await page.keyboard.press('Shift+1');
        await untilSteady(page);
        const [a, c] = await Promise.all([boxOf(page, 'A'), boxOf(page, 'C')]);
        await page.mouse.move(a.x - 15, a.y - 30);
        await page.mouse.down();
        await page.mouse.move(c.x + c.width + 15, c.y + c.height + 15, { steps: 12 });
        await page.mouse.up();
        expect((await builderOf(page).selected()).toSorted()).toEqual(['step_a', 'step_b', 'step_c']);
        const grip = await boxOf(page, 'B');
        await page.mouse.move(grip.x + 40, grip.y + 14);
        await page.mouse.down();
        await page.mouse.move(grip.x + 40, grip.y - 60, { steps: 8 });
        await page.mouse.up();
        const moved = readDrawn(await builderOf(page).definition(), 'step_');
        const shifts = ['step_a', 'step_b', 'step_c'].map((id) => (moved[id]?.y ?? 0) - (steps[id]?.y ?? 0));
        expect(new Set(shifts).size).toBe(1);
        expect(shifts[0]).toBeLessThan(0);
        expect(await targetsOf(page)).toEqual(before);
      },
      (page) => page.addInitScript(`localStorage.setItem('instaflow.builder.pointer-mode', '"trackpad"')`),
    ),
  60_000,
);

it(
  'draws one card for a key that is typed',
  () =>
    openFlow(async (page) => {
      await card(page, 'B').locator('header').click();
      const text = page
        .getByRole('complementary', { name: 'Step', exact: true })
        .getByLabel('Text', { exact: true });
      await text.fill('Hello');
      await builderOf(page).untilSaved();
      // The check of the flow, half a second later, may draw its findings.
      await page.locator('[data-save-status="saved"]').waitFor();
      await takeRenders(page);
      await text.press('End');
      await text.press('!');
      expect(await takeRenders(page)).toEqual(['step_b']);
    }, watchRenders),
  60_000,
);
