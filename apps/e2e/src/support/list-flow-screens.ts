import type { Page } from 'playwright-core';
import type { Screen } from './list-screens';

const bundle = JSON.stringify({
  format: 'instaflow.flows',
  version: 1,
  flows: [
    {
      id: 'a',
      name: 'Parcel',
      definition: {
        version: '1.0',
        startNodeId: 'start',
        nodes: [
          { id: 'start', type: 'start', connections: [{ targetNodeId: 'tag' }] },
          { id: 'tag', type: 'tag_contact', tagName: 'asked', connections: [{ targetNodeId: 'go' }] },
          { id: 'go', type: 'go_to_flow', flowId: 'elsewhere', connections: [] },
        ],
      },
    },
  ],
});

const opensImport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByLabel('Or paste its content').waitFor();
};

const reads =
  (text: string, answer: string) =>
  async (page: Page): Promise<void> => {
    await opensImport(page);
    await page.getByLabel('Or paste its content').fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(answer, { exact: true }).first().waitFor();
  };

/** Chooses from the menu of the first flow. */
const choosesInMenu =
  (item: string) =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name: /^More for/ })
      .locator('visible=true')
      .last()
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
  };

/** The folders stand beside the list, or behind a button where there is no room. */
const namesFolder = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor();
  const button = page.getByRole('button', { name: 'All flows' });
  if (await button.isVisible()) await button.click();
  await page.getByRole('button', { name: 'New folder' }).locator('visible=true').click();
  await page.getByLabel('Name', { exact: true }).waitFor();
};

/** Folders, templates, files and the other rooms of the list of flows, and the tester of triggers. */
export const listFlowScreens = (account: string): Screen[] => {
  const flows = `${account}/flows`;
  return [
    { name: 'templates', address: `${flows}/new` },
    { name: 'templates without a match', address: `${flows}/new?search=zzzz` },
    {
      name: 'a template',
      address: `${flows}/new?template=price_on_comment`,
      open: (page) => page.getByText('Just sent you a message!').waitFor(),
    },
    { name: 'the archive', address: `${flows}?folder=archived` },
    { name: 'flows in no folder', address: `${flows}?folder=none` },
    { name: 'a new folder', address: flows, open: namesFolder },
    { name: 'moving a flow', address: flows, open: choosesInMenu('Move to a folder') },
    { name: 'duplicating a flow', address: flows, open: choosesInMenu('Duplicate to an account') },
    { name: 'deleting a flow', address: flows, open: choosesInMenu('Delete') },
    {
      name: 'chosen flows',
      address: flows,
      open: async (page) => {
        await page.getByRole('checkbox', { name: 'Choose all on this page' }).click();
        await page.getByRole('toolbar', { name: 'Chosen flows' }).waitFor();
      },
    },
    { name: 'importing flows', address: flows, open: opensImport },
    { name: 'a file that is none', address: flows, open: reads('{"a": }', 'This cannot be read as flows') },
    { name: 'what imported flows need', address: flows, open: reads(bundle, 'Flows it goes to') },
    {
      name: 'asking for a contact below a post',
      address: `${account}/triggers`,
      open: async (page) => {
        await page.getByRole('radio', { name: 'Comment', exact: true }).click();
        await page.getByRole('radio', { name: 'One post' }).click();
        await page.getByRole('radio', { name: 'A contact' }).click();
        await page.getByLabel('Find a contact').waitFor();
      },
    },
  ];
};
