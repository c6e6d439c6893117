import { timeToPaint } from '../page-probes.mjs';
import { percentile, round } from '../statistics.mjs';
import { focusCanvas } from './canvas-points.mjs';

const steps = 40;

/** Undo and redo in turn, each from its letter, with the other keys held already, until its frame is painted. */
export const measureUndo = async ({ page }) => {
  await focusCanvas(page);
  // Longer than edits of one field are put together, and than a save waits.
  await page.waitForTimeout(1_500);
  const times = [];
  for (let step = 0; step < steps; step += 1) {
    const held = step % 2 === 0 ? ['Control'] : ['Control', 'Shift'];
    for (const key of held) await page.keyboard.down(key);
    times.push(await timeToPaint(page, 'keydown', () => page.keyboard.press('z')));
    for (const key of held) await page.keyboard.up(key);
    await page.waitForTimeout(150);
  }
  return { p50Ms: round(percentile(times, 0.5)), p95Ms: round(percentile(times, 0.95)) };
};
