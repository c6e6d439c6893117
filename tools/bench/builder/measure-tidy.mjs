import { watchFrames } from '../page-probes.mjs';
import { round } from '../statistics.mjs';
import { focusCanvas, untilStill } from './canvas-points.mjs';

const patienceMs = 30_000;
const layoutCalls = `window.benchProbe.workerCalls().filter(({ url }) => url.includes('layout')).map(({ ms }) => ms)`;

/** Arranging the whole flow: the answer of the worker, and the longest task of the page in that time. */
export const measureTidy = async (watched) => {
  const { page } = watched;
  await focusCanvas(page);
  await untilStill(page);
  const before = (await page.evaluate(layoutCalls)).length;
  const { longestTaskMs } = await watchFrames(watched, async () => {
    await page.getByRole('button', { name: 'Tidy up' }).click();
    const giveUpAt = performance.now() + patienceMs;
    while ((await page.evaluate(layoutCalls)).length === before) {
      if (performance.now() > giveUpAt) throw new Error(`the flow was not tidied within ${patienceMs} ms`);
      await page.waitForTimeout(50);
    }
    await untilStill(page);
  });
  const calls = await page.evaluate(layoutCalls);
  return { workerMs: round(calls.at(-1), 0), longestTaskMs };
};
