import { watchFrames } from '../page-probes.mjs';
import { median } from '../statistics.mjs';
import { findEmptyPoint, findMessage, focusCanvas, untilStill } from './canvas-points.mjs';

const rounds = 3;

/** Sixty moves of a pressed pointer, in curves and back to where they began, so that a round leaves no trace. */
const drag = async (page, from) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) {
    const down = step <= 30 ? step * 4 : (60 - step) * 4;
    await page.mouse.move(from.x + Math.sin((step * Math.PI) / 15) * 120, from.y + down);
  }
  await page.mouse.up();
};

const zoom = async (page, at) => {
  await page.mouse.move(at.x, at.y);
  for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, step < 15 ? 40 : -40);
};

const middleOf = (results) =>
  Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((one) => one[key]))]));

const repeat = async (watched, action) => {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    await untilStill(watched.page);
    results.push(await watchFrames(watched, action));
  }
  return middleOf(results);
};

/** Moving the canvas, a step and the zoom at zoom 1, and the canvas with all of the flow on it; medians of three. */
export const measureMoving = async (watched) => {
  const { page } = watched;
  await focusCanvas(page);
  await page.keyboard.press('0');
  await untilStill(page);
  const empty = await findEmptyPoint(page);
  const pan = await repeat(watched, () => drag(page, empty));
  const step = await findMessage(page);
  const dragStep = await repeat(watched, () => drag(page, step));
  const zooming = await repeat(watched, () => zoom(page, empty));
  await focusCanvas(page);
  await page.keyboard.press('Shift+1');
  await untilStill(page);
  const whole = await repeat(watched, async () => drag(page, await findEmptyPoint(page)));
  return { pan, dragStep, zoom: zooming, panWhole: whole };
};
