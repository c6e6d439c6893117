import { timeToShow } from '../page-probes.mjs';
import { median, round } from '../statistics.mjs';
import { card } from './canvas-points.mjs';

const times = 3;

/**
 * From the navigation until the first cards are painted and the keys of the builder work; median of three after a first
 * one that warms the caches of the browser and of the server.
 */
export const measureOpening = async ({ page }, address) => {
  const selectors = [card, '[data-builder-works]'];
  await timeToShow(page, address, selectors);
  const measured = [];
  for (let time = 0; time < times; time += 1) measured.push(await timeToShow(page, address, selectors));
  return round(median(measured), 0);
};
