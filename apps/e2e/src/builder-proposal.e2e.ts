import { startModelStub, type ModelStub } from '@instaflow/testing';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { findViolations } from './support/axe';
import { builderOf } from './support/builder-handle';
import { readDraft } from './support/draw-on-server';
import type { DrawnFlow } from './support/drawn-flow';
import { until } from './support/until';
import { useDrawnFlow } from './support/use-drawn-flow';

const steps: DrawnFlow = {
  step_a: { name: 'Welcome', text: 'Hello there', x: 0, y: 0, to: 'step_b' },
  step_b: { name: 'Goodbye', text: 'See you', x: 400, y: 0, to: null },
};
const drafted = {
  summary: 'Asks what people want. The price list is left to fill in.',
  steps: [
    {
      kind: 'message',
      key: 'ask',
      name: 'Ask what they want',
      text: 'What are you looking for?',
      buttons: [],
      quickReplies: [
        { title: 'Prices', next: 'prices' },
        { title: 'A person', next: 'person' },
      ],
      next: null,
    },
    {
      kind: 'message',
      key: 'prices',
      name: 'Prices',
      text: 'Here is our list: [prices]',
      buttons: [],
      quickReplies: [],
      next: null,
    },
    {
      kind: 'hand_over',
      key: 'person',
      name: 'A person',
      messageToTeam: 'Wants to talk',
      messageToContact: '',
    },
  ],
};

let model: ModelStub;
const { api, openFlow } = useDrawnFlow('builder-proposal', steps, async () => {
  model = await startModelStub();
  return { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, SEED_DEMO: 'true' };
});
beforeEach(() => {
  model.replies = [{ content: JSON.stringify(drafted) }];
  model.requests.length = 0;
  model.abandoned = 0;
});
afterAll(() => model.close());

const words = 'Ask what they want, answer prices and hand over the rest.';
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Describe in words' });
const barOf = (page: Page) => page.getByRole('region', { name: 'Proposed steps' });
const ghostsOf = (page: Page) => page.locator('.react-flow__node').filter({ hasText: 'Proposed' });
const focusOf = (page: Page) => page.evaluate<string>('document.activeElement.textContent');
const describe = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Describe in words…' }).click();
  await dialogOf(page).getByLabel('What should happen?').fill(words);
};
const named = z.looseObject({
  id: z.string(),
  name: z.string(),
  connections: z.array(z.looseObject({ targetNodeId: z.string() })),
});
const edgesIn = async (flowId: string): Promise<string[]> => {
  const { definition } = await readDraft(api, flowId);
  const nodes = z.array(named).parse(definition.nodes);
  const nameOf = (wanted: string) => nodes.find(({ id }) => id === wanted)?.name ?? wanted;
  return nodes.flatMap(({ name, connections }) =>
    connections.map(({ targetNodeId }) => `${name} > ${nameOf(targetNodeId)}`),
  );
};

it(
  'shows steps described in words as a proposal, which is put into the flow by one edit or leaves no trace',
  () =>
    openFlow(async (page, flowId) => {
      const before = await readDraft(api, flowId);
      await builderOf(page).select(['step_a']);
      await describe(page);
      await dialogOf(page).getByText('Where they go: Between “Welcome” and “Goodbye”').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');

      await barOf(page).getByText('The price list is left to fill in.', { exact: false }).waitFor();
      expect(await focusOf(page)).toBe('Accept');
      await until(async () => (await ghostsOf(page).count()) === 3);
      expect(JSON.stringify(model.requests[0]?.body)).toContain(words);
      expect(await findViolations(page)).toEqual([]);
      expect(await readDraft(api, flowId)).toEqual(before);

      await page.keyboard.press('Escape');
      await page.getByText('Discarded. The flow is as it was.').waitFor();
      expect(await ghostsOf(page).count()).toBe(0);
      await page.getByRole('button', { name: 'Show again' }).click();
      await until(async () => (await ghostsOf(page).count()) === 3);
      await page.keyboard.press('Control+Enter');
      await barOf(page).waitFor({ state: 'detached' });
      await builderOf(page).untilSaved();
      expect((await edgesIn(flowId)).sort()).toEqual([
        'Ask what they want > A person',
        'Ask what they want > Prices',
        'Prices > Goodbye',
        'Start > Welcome',
        'Welcome > Ask what they want',
      ]);
      expect(await builderOf(page).selected()).toHaveLength(3);

      await page.getByRole('button', { name: /^Undo/ }).click();
      await builderOf(page).untilSaved();
      await until(async () => {
        const { definition } = await readDraft(api, flowId);
        return JSON.stringify(definition) === JSON.stringify(before.definition);
      });
    }),
  120_000,
);

it(
  'begins a new flow from words',
  () =>
    openFlow(async (page) => {
      await page.goto(page.url().replace(/\/flows\/.*$/, '/flows'));
      await page.getByRole('button', { name: 'New flow' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'New flow' });
      const describeIt = dialog.getByRole('button', { name: /^Describe it in words/ });
      await describeIt.click();
      await dialog.getByText('Give the flow a name.').waitFor();
      await dialog.getByLabel('Name').fill('From words');
      await describeIt.click();
      await dialogOf(page).getByText('Where they go: After “Start”').waitFor();
      expect(new URL(page.url()).search).toBe('');
      await dialogOf(page).getByLabel('What should happen?').fill(words);
      await page.keyboard.press('Control+Enter');
      await barOf(page).getByRole('button', { name: 'Accept' }).click();
      await builderOf(page).untilSaved();
      expect(await edgesIn(page.url().split('/').at(-1) ?? '')).toContain('Start > Ask what they want');
    }),
  120_000,
);

it(
  'says why nothing was drafted, keeps the words, and tries again',
  () =>
    openFlow(async (page, _flowId, problems) => {
      model.replies = [{ status: 401 }, { content: JSON.stringify(drafted) }];
      await describe(page);
      await page.keyboard.press('Control+Enter');
      const alert = dialogOf(page).getByRole('alert');
      await alert.getByText('check OPENAI_API_KEY', { exact: false }).waitFor();
      expect(problems.splice(0)).toEqual([expect.stringContaining('status of 502')]);
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialogOf(page).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Describe in words…' }).click();
      expect(await dialogOf(page).getByLabel('What should happen?').inputValue()).toBe(words);
      await dialogOf(page).getByRole('button', { name: 'Draft steps' }).click();
      await barOf(page).waitFor();
    }),
  120_000,
);

it(
  'stops drafting when it is told to, or when the dialog is closed',
  () =>
    openFlow(async (page) => {
      model.replies = ['silence'];
      await describe(page);
      await page.keyboard.press('Control+Enter');
      await until(() => model.requests.length === 1);
      await dialogOf(page).getByRole('button', { name: 'Stop drafting' }).click();
      await until(() => model.abandoned === 1);
      await dialogOf(page).getByRole('button', { name: 'Draft steps' }).click();
      await until(() => model.requests.length === 2);
      await page.keyboard.press('Escape');
      await until(() => model.abandoned === 2);
      expect(await barOf(page).count()).toBe(0);
    }),
  120_000,
);
