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

/** What axe cannot decide by itself and was looked at by a person: why it is well. */
const triaged: Readonly<Record<string, string>> = {
  'label-content-name-mismatch': 'emojis to choose from: the picture is the text, the name says it in words',
  'color-contrast':
    'text on the canvas or partly under a layer; its colours are tokens that pass where nothing covers it',
  'aria-hidden-focus':
    'the guards around an open layer and the page below it, from which the layer keeps the focus',
  'video-caption': 'a video somebody sent over Instagram, which tells no captions',
  'target-size':
    'buttons on the canvas while it is zoomed out; at zoom 1 they have 24 px, which a journey of its own checks',
};

/** What axe finds wrong with the page as it is, or cannot decide and nobody has; one line each. */
export const findViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run(document, ${axeOptions}).then(({ violations, incomplete }) => [violations, incomplete].map((rules) =>
      rules.map(({ id, help, nodes }) => ({ id, help, html: nodes[0]?.html ?? '' }))))`,
  );
  const [violations, incomplete] = z.tuple([z.array(violation), z.array(violation)]).parse(found);
  const undecided = incomplete.filter(({ id }) => !(id in triaged));
  return [...violations, ...undecided.map((rule) => ({ ...rule, id: `undecided ${rule.id}` }))].map(
    ({ id, help, html }) => `${id}: ${help} – ${html.slice(0, 200)}`,
  );
};
