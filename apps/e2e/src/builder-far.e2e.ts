import type { Page } from 'playwright-core';
import { findViolations } from './support/axe';
import type { DrawnFlow } from './support/drawn-flow';
import { until } from './support/until';
import { useDrawnFlow } from './support/use-drawn-flow';

const step = (name: string, x: number, to: string | null) => ({ name, text: `Says ${name}`, x, y: 0, to });
/** So far apart that the whole flow is seen from afar. */
const steps: DrawnFlow = {
  step_a: step('A', 0, 'step_b'),
  step_b: step('B', 3_000, 'step_c'),
  step_c: step('C', 6_000, null),
};
const card = (page: Page, name: string) => page.getByLabel(new RegExp(`Message “${name}”`));

type Point = { x: number; y: number };
const middleOf = async (page: Page, name: string): Promise<Point> => {
  const box = await card(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Red, green, blue and opacity of the picture at a point of the screen. */
const colorAt = (page: Page, { x, y }: Point): Promise<number[]> =>
  page.evaluate<number[]>(`(() => {
    const canvas = document.querySelector('.builder-far canvas');
    const box = canvas.getBoundingClientRect();
    const scale = canvas.width / box.width;
    return [...canvas.getContext('2d').getImageData((${x} - box.left) * scale, (${y} - box.top) * scale, 1, 1).data];
  })()`);

/** A point where the connection between two steps is drawn, looked for down the middle between them. */
const findConnection = async (page: Page, from: string, to: string): Promise<Point> => {
  const [a, b] = [await middleOf(page, from), await middleOf(page, to)];
  const x = Math.round((a.x + b.x) / 2);
  for (let y = Math.round(a.y) - 40; y < a.y + 40; y += 1)
    if ((await colorAt(page, { x, y }))[3]) return { x, y };
  throw new Error(`nothing leads from ${from} to ${to}`);
};

const { openFlow } = useDrawnFlow('builder-far', steps);

it(
  'draws a flow seen from afar as one picture, in which steps and connections are still to be had',
  () =>
    openFlow(async (page) => {
      await page.getByRole('button', { name: 'Show the whole flow' }).click();
      await page.locator('.builder-far canvas').waitFor();
      expect(await page.locator('.react-flow__edge').count()).toBe(0);
      const middles = [await middleOf(page, 'A'), await middleOf(page, 'B'), await middleOf(page, 'C')];
      const light = await Promise.all(middles.map((point) => colorAt(page, point)));
      expect(light.map(([, , , opacity]) => opacity)).toEqual([255, 255, 255]);
      expect(await findViolations(page)).toEqual([]);

      const onConnection = await findConnection(page, 'A', 'B');
      await page.mouse.click(onConnection.x, onConnection.y);
      // A level line has no height, which for Playwright means that it is not visible.
      await page.locator('.react-flow__edge.selected').waitFor({ state: 'attached' });
      await page.keyboard.press('Delete');
      await page.getByRole('button', { name: /^Undo: / }).waitFor();
      await until(async () => !(await colorAt(page, onConnection))[3], 10_000);
      await page.keyboard.press('Control+z');
      await until(async () => (await colorAt(page, onConnection))[3] !== 0, 10_000);

      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await middleOf(page, 'B');
      await until(async () => ((await colorAt(page, dark))[0] ?? 255) < 128, 10_000);
      expect(await findViolations(page)).toEqual([]);

      const from = await middleOf(page, 'B');
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 20, from.y + 60, { steps: 4 });
      await page.mouse.up();
      const moved = await middleOf(page, 'B');
      expect(moved.y - from.y).toBeGreaterThan(30);
      await until(async () => (await colorAt(page, moved))[3] === 255, 10_000);

      await card(page, 'C').click();
      await page.getByRole('complementary', { name: 'Step', exact: true }).waitFor();

      // Steps that were first drawn from afar still have their connections from near.
      await page.getByLabel(/Message “C”/).focus();
      await page.keyboard.press('Shift+2');
      await page.locator('.builder-far').waitFor({ state: 'detached' });
      await page.locator('[data-id="step_b|next"]').waitFor({ state: 'attached' });
    }),
  60_000,
);
