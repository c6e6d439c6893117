import type { Page } from 'playwright-core';
import { listFlowScreens } from './list-flow-screens';
import type { Program } from './program';

export type Screen = {
  name: string;
  address: string;
  /** Brings what is looked at onto the page and resolves once it is there: a dialog, a menu, a form folded away. */
  open?: (page: Page) => Promise<void>;
};

const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

/** Presses a button and waits for the layer it opens. */
const opensLayer =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await press(page, name);
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await dialog.or(page.getByRole('menu')).first().waitFor();
  };

/** Presses a button and waits for the text it brings onto the page. */
const shows =
  (name: string | RegExp, text: string) =>
  async (page: Page): Promise<void> => {
    await press(page, name);
    await page.getByText(text, { exact: true }).first().waitFor();
  };

/** In the form of a new trigger: chooses its kind and, of comments, which posts. */
const choosesKind =
  (kind: string, scope?: string) =>
  async (page: Page): Promise<void> => {
    await opensLayer('New trigger')(page);
    await page.getByRole('combobox', { name: 'When' }).click();
    await page.getByRole('option', { name: kind, exact: true }).click();
    if (scope === undefined) return;
    await page.getByRole('radio', { name: scope }).click();
    await page.getByLabel('Address of the post').waitFor();
  };

/** What is shown to people who are not signed in. */
export const signedOutScreens: readonly Screen[] = [
  { name: 'login', address: '/login' },
  { name: 'register', address: '/register' },
  { name: 'deletion of data', address: '/data-deletion' },
];

/** Every screen, dialog and menu, with data behind each: one contact wrote, was answered and waits in a flow. */
export const listScreens = async (page: Page, program: Program): Promise<Screen[]> => {
  await page.getByRole('link', { name: 'Flows', exact: true }).click();
  await page.waitForURL(/\/flows$/);
  const account = new URL(page.url()).pathname.replace(/\/flows$/, '');
  const flow = await hrefOf(page, /^Welcome/);
  await page.goto(`${program.url}${account}/inbox`);
  const conversation = await hrefOf(page, /Mara Vogt/);
  const everyKind = await hrefOf(page, /nora\.brandt/);
  await page.goto(`${program.url}${account}/contacts`);
  const contact = await hrefOf(page, /Mara Vogt|mara\.vogt/);
  return [
    { name: 'overview', address: account },
    { name: 'inbox', address: `${account}/inbox` },
    { name: 'inbox without a match', address: `${account}/inbox?view=closed` },
    { name: 'conversation', address: conversation },
    { name: 'messages of every kind', address: everyKind },
    { name: 'flows', address: `${account}/flows` },
    { name: 'flows without a match', address: `${account}/flows?search=zzzz` },
    { name: 'builder', address: flow },
    { name: 'waiting', address: `${flow}/waiting` },
    { name: 'contacts', address: `${account}/contacts` },
    { name: 'contact', address: contact },
    { name: 'runs of a contact', address: `${contact}?activity=runs` },
    { name: 'triggers', address: `${account}/triggers` },
    { name: 'settings', address: `${account}/settings` },
    { name: 'connection', address: `${account}/doctor` },
    { name: 'ice breakers', address: `${account}/menu` },
    { name: 'menu', address: `${account}/menu?part=menu` },
    { name: 'accounts', address: '/accounts' },
    { name: 'unknown', address: '/nowhere' },
    ...listFlowScreens(account),
    ...listLayers({ account, flow, conversation }),
    ...listBuilderLayers(flow),
  ];
};

const hrefOf = async (page: Page, name: RegExp): Promise<string> =>
  (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';

type Places = { account: string; flow: string; conversation: string };

const listLayers = ({ account, flow, conversation }: Places): Screen[] => [
  { name: 'notifications', address: account, open: opensLayer(/^Notifications/) },
  { name: 'user menu', address: account, open: opensLayer('Your menu') },
  { name: 'new flow', address: `${account}/flows`, open: opensLayer('New flow') },
  { name: 'new trigger', address: `${account}/triggers`, open: opensLayer('New trigger') },
  {
    name: 'a trigger of comments',
    address: `${account}/triggers`,
    open: choosesKind('Comment on a post', 'One post'),
  },
  { name: 'a trigger of links', address: `${account}/triggers`, open: choosesKind('Link to the chat') },
  { name: 'pausing an account', address: `${account}/settings`, open: opensLayer('Pause automation') },
  {
    name: 'quiet hours',
    address: `${account}/settings`,
    open: async (page) => {
      await page.getByRole('switch', { name: 'Hold messages at certain hours' }).click();
      await page.getByText('Unsaved changes').waitFor();
    },
  },
  { name: 'ways to connect', address: '/accounts/connect' },
  { name: 'connecting by login', address: '/accounts/connect?way=instagram' },
  { name: 'connecting by Facebook', address: '/accounts/connect?way=facebook' },
  { name: 'connecting by token', address: '/accounts/connect?way=token' },
  {
    name: 'a login that failed',
    address: '/accounts?problem=missing_permissions&missing=instagram_business_basic',
  },
  {
    name: 'a test of the connection',
    address: `${account}/doctor`,
    open: shows('Begin the test', 'End the test'),
  },
  { name: 'a new ice breaker', address: `${account}/menu`, open: shows('Add a question', 'Unsaved changes') },
  { name: 'moving people', address: `${flow}/waiting`, open: opensLayer('Move to the newest version') },
  { name: 'actions for a waiting person', address: `${flow}/waiting`, open: opensLayer(/^Actions for/) },
  { name: 'why a message was sent', address: conversation, open: opensLayer('Why was this sent?') },
  {
    name: 'answering a message with a file',
    address: conversation,
    open: async (page) => {
      await press(page, 'Answer this message');
      await page.locator('input[type=file]').setInputFiles({
        name: 'price-list.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF'),
      });
      await page.getByText('price-list.pdf').waitFor();
    },
  },
  { name: 'reacting to a message', address: conversation, open: opensLayer('React') },
];

const layerOf = (page: Page) =>
  page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('menu')).first();

const works = (page: Page): Promise<void> =>
  page.locator('[data-builder-works]').waitFor({ state: 'attached' });

/** Presses a key of the builder and waits for the layer it opens. */
const opensByKey =
  (keys: string) =>
  async (page: Page): Promise<void> => {
    await works(page);
    await page.keyboard.press(keys);
    await layerOf(page).waitFor();
  };

/** Chooses from the menu of the builder's bar. */
const choosesInBar =
  (item: string) =>
  async (page: Page): Promise<void> => {
    await press(page, 'More actions');
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.getByRole('dialog').waitFor();
  };

const listBuilderLayers = (flow: string): Screen[] => [
  { name: 'publishing', address: flow, open: opensLayer('Publish') },
  {
    name: 'the test phone',
    address: flow,
    open: async (page) => {
      await press(page, 'Test phone');
      await page.getByText('Begin with').waitFor();
    },
  },
  { name: 'numbers on the canvas', address: flow, open: shows('Numbers and paths', 'All versions') },
  {
    name: 'comments on a flow',
    address: flow,
    open: async (page) => {
      await works(page);
      await page.keyboard.press('Shift+M');
      await page.getByText('No open comments').waitFor();
    },
  },
  { name: 'commands', address: flow, open: opensByKey('Control+k') },
  { name: 'finding a step', address: flow, open: opensByKey('Control+f') },
  { name: 'keys', address: flow, open: opensByKey('?') },
  { name: 'adding a step', address: flow, open: opensByKey('a') },
  { name: 'versions', address: flow, open: choosesInBar('Versions') },
  { name: 'letting somebody try', address: flow, open: choosesInBar('Let somebody try it') },
  {
    name: 'the panel of a step',
    address: flow,
    open: async (page) => {
      await works(page);
      // Phones begin with the outline.
      const row = page.getByRole('button', { name: /^Edit 2,/ });
      await page
        .getByLabel(/^Step 2,/)
        .or(row)
        .first()
        .press('Enter');
      await page
        .getByRole('complementary', { name: 'Step', exact: true })
        .or(layerOf(page))
        .first()
        .waitFor();
    },
  },
];
