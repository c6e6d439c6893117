import { timeToPaint } from '../page-probes.mjs';
import { percentile, round } from '../statistics.mjs';
import { focusCanvas } from './canvas-points.mjs';

const steps = 10;

/** Undo and redo in turn, each from its key until its frame is painted. */
export const measureUndo = async ({ page }) => {
  await focusCanvas(page);
  // Longer than edits of one field are put together, and than a save waits.
  await page.waitForTimeout(1_500);
  const times = [];
  for (let step = 0; step < steps; step += 1) {
    const keys = step % 2 === 0 ? 'Control+z' : 'Control+Shift+z';
    times.push(await timeToPaint(page, 'keydown', () => page.keyboard.press(keys)));
    await page.waitForTimeout(150);
  }
  return { p50Ms: round(percentile(times, 0.5)), p95Ms: round(percentile(times, 0.95)) };
};
