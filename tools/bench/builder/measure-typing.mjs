import { timeToPaint } from '../page-probes.mjs';
import { percentile, round } from '../statistics.mjs';
import { card, findMessage, focusCanvas, untilStill } from './canvas-points.mjs';

const text = 'the quick brown fox jumps over the lazy dog';

/** Counts the steps of the canvas whose picture changes. */
const watchCards = `(() => {
  window.benchCards = new Set();
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const card = (target instanceof Element ? target : target.parentElement)?.closest('${card}');
      if (card) window.benchCards.add(card);
    }
  }).observe(document.querySelector('.react-flow__nodes'), { subtree: true, childList: true, characterData: true });
})()`;

/** Letters into the text of a message, each from its key until its frame is painted. */
export const measureTyping = async ({ page }) => {
  await focusCanvas(page);
  await page.keyboard.press('0');
  await untilStill(page);
  const point = await findMessage(page);
  await page.mouse.click(point.x, point.y);
  const panel = page.getByRole('complementary', { name: 'Step', exact: true });
  await panel.getByLabel('Text', { exact: true }).click();
  await untilStill(page);
  await page.evaluate(watchCards);
  const times = [];
  for (const letter of text) {
    times.push(await timeToPaint(page, 'keydown', () => page.keyboard.type(letter)));
    await page.waitForTimeout(60);
  }
  const cardsChanged = await page.evaluate('window.benchCards.size');
  return { p50Ms: round(percentile(times, 0.5)), p95Ms: round(percentile(times, 0.95)), cardsChanged };
};
