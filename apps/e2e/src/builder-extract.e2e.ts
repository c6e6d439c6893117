import { z } from 'zod';
import { findViolations } from './support/axe';
import { builderOf } from './support/builder-handle';
import { readDraft } from './support/draw-on-server';
import type { DrawnFlow } from './support/drawn-flow';
import { useDrawnFlow } from './support/use-drawn-flow';

const step = (name: string, x: number, to: string | null) => ({ name, text: `Says ${name}`, x, y: 0, to });
const steps: DrawnFlow = {
  step_a: step('A', 0, 'step_b'),
  step_b: step('B', 400, 'step_c'),
  step_c: step('C', 800, 'step_d'),
  step_d: step('D', 1_200, null),
  loose: { ...step('Loose', 0, null), y: 600 },
};
const { api, openFlow } = useDrawnFlow('builder-extract', steps);
const call = z.looseObject({ type: z.literal('go_to_flow'), flowId: z.string(), name: z.string() });

const read = async (flowId: string) => {
  const { definition } = await readDraft(api, flowId);
  const edges = definition.nodes.flatMap(({ id, connections }) =>
    z
      .array(z.looseObject({ targetNodeId: z.string() }))
      .parse(connections)
      .map(({ targetNodeId }) => `${id}>${targetNodeId}`),
  );
  return { nodes: definition.nodes, edges };
};

it(
  'makes a flow of its own of steps, which the conversation walks through and comes back from',
  () =>
    openFlow(async (page, flowId) => {
      await builderOf(page).select(['step_b', 'step_c']);
      await page.getByRole('button', { name: 'Make a flow of its own of them' }).click();
      const dialog = page.getByRole('dialog', { name: 'Make a flow of its own' });
      await dialog.getByText('Afterwards people come back and go on to “D”', { exact: false }).waitFor();
      expect(await findViolations(page)).toEqual([]);
      await dialog.getByLabel('Name of the new flow').fill('Middle');
      await page.keyboard.press('Enter');
      await page.getByText('“Middle” is a flow of its own now.').waitFor();
      await dialog.waitFor({ state: 'detached' });

      await builderOf(page).untilSaved();
      const caller = await read(flowId);
      const node = call.parse(caller.nodes.find(({ type }) => type === 'go_to_flow'));
      expect(node.name).toBe('Middle');
      expect(caller.edges).toEqual([
        'start>step_a',
        `step_a>${String(node['id'])}`,
        `${String(node['id'])}>step_d`,
      ]);
      const called = await read(node.flowId);
      expect(called.edges.slice(1)).toEqual(['step_b>step_c']);
      const { body } = await api('GET', `/flows/${node.flowId}`);
      expect([body['name'], body['status']]).toEqual(['Middle', 'active']);

      await builderOf(page).select([]);
      await page.keyboard.press('p');
      await page.getByRole('button', { name: 'Other ways to write' }).click();
      await page.getByRole('menuitem', { name: 'Start the flow directly' }).click();
      const log = page.getByRole('log', { name: 'Conversation' });
      for (const name of ['A', 'B', 'C', 'D']) await log.getByText(`Says ${name}`).waitFor();
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Undo: Made “Middle” a flow of its own' }).click();
      await page.getByLabel(/Message “C”/).waitFor();
      await builderOf(page).untilSaved();
      expect((await read(flowId)).edges).toEqual([
        'start>step_a',
        'step_a>step_b',
        'step_b>step_c',
        'step_c>step_d',
      ]);
    }),
  60_000,
);

it(
  'says by keyboard why steps cannot become one, and gives the focus back',
  () =>
    openFlow(async (page, flowId) => {
      await builderOf(page).select(['step_b', 'loose']);
      await page.getByLabel(/Message “B”/).focus();
      await page.keyboard.press('Alt+x');
      const dialog = page.getByRole('dialog', { name: 'Make a flow of its own' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      await builderOf(page).select(['step_b', 'step_d']);
      await page.keyboard.press('Alt+x');
      await dialog
        .getByText('People come into the selected steps in several places: at “B” and “D”')
        .waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page
        .getByLabel(/Message “B”/)
        .and(page.locator(':focus'))
        .waitFor();
      expect((await read(flowId)).edges).toHaveLength(4);
    }),
  60_000,
);
