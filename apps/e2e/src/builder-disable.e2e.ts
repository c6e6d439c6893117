import type { Page } from 'playwright-core';
import { findViolations } from './support/axe';
import { builderOf } from './support/builder-handle';
import type { DrawnFlow } from './support/drawn-flow';
import { useDrawnFlow } from './support/use-drawn-flow';

const step = (name: string, x: number, to: string | null) => ({ name, text: `Says ${name}`, x, y: 0, to });
const steps: DrawnFlow = {
  step_a: step('A', 0, 'step_b'),
  step_b: step('B', 400, 'step_c'),
  step_c: step('C', 800, null),
};
const card = (page: Page, name: string) => page.getByLabel(new RegExp(`Message “${name}”`));
const offCard = (page: Page, name: string) => page.getByLabel(new RegExp(`Message “${name}”.*, Off`));

const { openFlow } = useDrawnFlow('builder-disable', steps);

it(
  'switches steps off and on by key, menu, outline and undo, and says so on the card',
  () =>
    openFlow(async (page) => {
      await card(page, 'B').focus();
      await page.keyboard.press('d');
      await offCard(page, 'B').waitFor();
      await offCard(page, 'B').getByText('Off', { exact: true }).waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Undo: Switched “B” off' }).click();
      await offCard(page, 'B').waitFor({ state: 'detached' });

      await card(page, 'C').click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^Switch off/ }).click();
      await offCard(page, 'C').waitFor();

      await builderOf(page).select(['step_a', 'step_b', 'step_c']);
      await page.getByRole('button', { name: 'Switch the selected steps off' }).click();
      await page.getByRole('button', { name: 'Undo: Switched 2 steps off' }).waitFor();

      await page.keyboard.press('o');
      const badges = page.getByRole('list', { name: 'Steps of the flow' }).getByText('Off', { exact: true });
      await badges.nth(2).waitFor();
      await page.getByRole('button', { name: 'More for A' }).click();
      await page.getByRole('menuitem', { name: /^Switch on/ }).click();
      await badges.nth(2).waitFor({ state: 'detached' });
    }),
  60_000,
);

it(
  'halts the test phone before a breakpoint, past what is off, and goes on when asked',
  () =>
    openFlow(async (page) => {
      await card(page, 'B').focus();
      await page.keyboard.press('d');
      await builderOf(page).select(['step_c']);
      await page.keyboard.press('b');
      await card(page, 'C').getByText('Breakpoint').waitFor({ state: 'attached' });
      await page.keyboard.press('p');
      await page.getByRole('button', { name: 'Other ways to write' }).click();
      await page.getByRole('menuitem', { name: 'Start the flow directly' }).click();
      await page.getByText('Halted before “C”', { exact: false }).waitFor();
      const log = page.getByRole('log', { name: 'Conversation' });
      await log.getByText('Says A').waitFor();
      expect(await log.getByText('Says C').count()).toBe(0);
      await page.getByRole('button', { name: 'Go on' }).click();
      await log.getByText('Says C').waitFor();
      expect(await log.getByText('Says B').count()).toBe(0);

      await builderOf(page).untilSaved();
      await page.reload();
      await builderOf(page).untilReady();
      await card(page, 'C').getByText('Breakpoint').waitFor({ state: 'attached' });
    }),
  60_000,
);
