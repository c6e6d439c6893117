import { instagramLimits } from '@instaflow/flow-model';
import { listWays } from './list-ways';
import type { ProposedStep, ProposedSteps } from './proposed-steps';

/**
 * What is wrong with proposed steps as a whole, in words whoever drafted them can act on; empty when nothing is. What
 * a single field may hold is `proposedStepsSchema`'s business.
 */
export function checkProposal({ steps }: ProposedSteps): string[] {
  const keys = new Set(steps.map(({ key }) => key));
  const twice = steps.filter(({ key }, index) => steps.findIndex((other) => other.key === key) !== index);
  const reached = findReached(steps);
  return [
    ...twice.map(({ key }) => `Two steps have the key "${key}": give each its own.`),
    ...steps.flatMap((step) =>
      listWays(step).flatMap(({ to }) =>
        to === null || keys.has(to) ? [] : [`"${step.key}" leads to "${to}", which is not there.`],
      ),
    ),
    ...steps
      .filter(({ key }) => !reached.has(key))
      .map(({ key }) => `Nothing leads to "${key}": lead to it or leave it out.`),
    ...steps.flatMap(checkStep),
  ];
}

function findReached(steps: readonly ProposedStep[]): Set<string> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1);
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reached.has(step.key)) continue;
    reached.add(step.key);
    waiting.push(...listWays(step).flatMap(({ to }) => byKey.get(to ?? '') ?? []));
  }
  return reached;
}

function checkStep(step: ProposedStep): string[] {
  if (step.kind === 'split') {
    const sum = step.branches.reduce((total, { percent }) => total + percent, 0);
    return sum === 100 ? [] : [`The percentages of "${step.key}" sum to ${sum}, not to 100.`];
  }
  if (step.kind !== 'message') return [];
  const { key, text, buttons, quickReplies } = step;
  const titles = [...buttons, ...quickReplies].map(({ title }) => title);
  return [
    ...(buttons.length > 0 && quickReplies.length > 0
      ? [`"${key}" has buttons and quick replies: use one of them.`]
      : []),
    ...(buttons.length > 0 && text.length > instagramLimits.buttonTextLength
      ? [`The text of "${key}" is longer than ${instagramLimits.buttonTextLength} characters.`]
      : []),
    ...(new Set(titles).size < titles.length ? [`"${key}" has the same title twice.`] : []),
    ...buttons
      .filter(({ url }) => url !== null && url !== '' && !/^https?:\/\/\S+$/.test(url))
      .map(({ title }) => `The address of "${title}" in "${key}" does not begin with https://.`),
  ];
}
