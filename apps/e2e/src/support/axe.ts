import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axeSource = readFileSync(
  createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'),
  'utf8',
);
const violation = z.object({ id: z.string(), help: z.string(), html: z.string() });

/** Only what is wrong is described; the rest of axe's report costs as much time as the checks. */
const axeOptions = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
});

/** What axe finds wrong with the page as it is, one line each. */
export const findViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run(document, ${axeOptions}).then(({ violations }) => violations.map(({ id, help, nodes }) => ({ id, help, html: nodes[0]?.html ?? '' })))`,
  );
  return z
    .array(violation)
    .parse(found)
    .map(({ id, help, html }) => `${id}: ${help} – ${html.slice(0, 200)}`);
};
