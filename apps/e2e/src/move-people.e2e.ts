import type { Page } from 'playwright-core';
import { z } from 'zod';
import { signInToApi, type ApiClient } from './support/api-client';
import { findViolations } from './support/axe';
import { keepScreenshot, openPage } from './support/browser';
import { signInAsDemo } from './support/sign-in';
import { listTexts, openThread, write, type SimulatorPerson } from './support/simulator-person';
import { until } from './support/until';
import { useProgram } from './support/use-program';

const scene = useProgram();
let api: ApiClient;
let accountId = '';

const accounts = z.object({
  instagramAccounts: z.array(z.object({ instagramAccountId: z.string() })).min(1),
});
const waitingList = z.object({ total: z.number() });

beforeAll(async () => {
  api = await signInToApi(scene.program);
  const { instagramAccounts } = accounts.parse((await api('GET', '/instagram-accounts')).body);
  accountId = instagramAccounts[0]?.instagramAccountId ?? '';
});

/** Asks one question with one answer, and thanks for it. */
const asks = (id: string, text: string) => ({
  schemaVersion: 1,
  startNodeId: 'start',
  nodes: [
    { id: 'start', type: 'start', name: 'Start', connections: [{ targetNodeId: id, condition: null }] },
    {
      id,
      type: 'message',
      name: text,
      content: { text, buttons: [{ type: 'quick_reply', text: 'Yes', payload: 'YES' }] },
      connections: [{ targetNodeId: 'thanks', condition: { type: 'button_payload', value: 'YES' } }],
    },
    { id: 'thanks', type: 'message', name: 'Thanks', content: { text: 'Thank you!' }, connections: [] },
  ],
});

/** A flow whose published version has another question than the one people were asked. */
const askedInOlderVersion = async (word: string, names: readonly string[]) => {
  const path = `/instagram-accounts/${accountId}/flows`;
  const { body } = await api('POST', path, { name: word, flowDefinition: asks('size', 'Which size?') });
  const flowId = String(body['flowId']);
  await api('POST', `/flows/${flowId}/publish`, {});
  await api('POST', `/flows/${flowId}/triggers`, { type: 'dm_keyword', keyword: word });
  const people: SimulatorPerson[] = [];
  for (const name of names) {
    const person = await openThread(scene.program, name);
    await write(person, word);
    people.push(person);
  }
  const countWaiting = async () =>
    waitingList.parse((await api('GET', `/flows/${flowId}/waiting`)).body).total;
  await until(async () => (await countWaiting()) === names.length);
  await api('PUT', `/flows/${flowId}`, { flowDefinition: asks('colour', 'Which colour?') });
  await api('POST', `/flows/${flowId}/publish`, {});
  return { people, address: `${scene.program.url}/accounts/${accountId}/flows/${flowId}/waiting` };
};

const openMove = async (page: Page, address: string) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Move to the newest version' }).click();
  return page.getByRole('dialog', { name: 'Move people to version 2' });
};

it('moves those whose step is gone to the step that is chosen, and says so', async () => {
  const { page, context, problems } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  const { people, address } = await askedInOlderVersion('fitting', ['lena.v', 'mia.t']);
  try {
    const dialog = await openMove(page, address);
    const row = dialog.getByRole('row').filter({ hasText: 'Which size?' });
    await row.getByText('Stay: the step no longer exists').waitFor();
    expect(await dialog.getByRole('button', { name: /^Move 2/ }).count()).toBe(0);
    await dialog.getByRole('combobox', { name: 'What becomes of the people at “Which size?”' }).click();
    // What they would have come to next is still there and is offered first.
    await page.getByRole('option', { name: 'Go on at 3 · Thanks (next on their way)' }).waitFor();
    await page.getByRole('option', { name: 'Go on at 2 · Which colour?' }).click();
    await row.getByText('Go on at “Which colour?”').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Move 2 people', exact: true }).click();
    await dialog.getByText('2 people were moved.').waitFor();
    for (const person of people) await until(async () => (await listTexts(person)).includes('Which colour?'));
    expect(problems).toEqual([]);
  } catch (error) {
    await keepScreenshot(page, 'move-people');
    throw error;
  }
  await context.close();
}, 90_000);

it('takes them out of the flow when that is chosen', async () => {
  const { page, context } = await openPage(scene.browser);
  await signInAsDemo(page, scene.program);
  const { address } = await askedInOlderVersion('length', ['nele.b']);
  const dialog = await openMove(page, address);
  await dialog.getByRole('combobox', { name: /What becomes of the people/ }).click();
  await page.getByRole('option', { name: 'Leave the flow' }).click();
  await dialog.getByRole('button', { name: 'Take 1 person out of the flow' }).click();
  await dialog.getByText('1 person left the flow.').waitFor();
  await context.close();
}, 90_000);
