import type { Page } from 'playwright-core';
import type { Program } from './program';

export type Screen = {
  name: string;
  address: string;
  /** Brings what is looked at onto the page: a dialog, a menu, a form that is folded away. */
  open?: (page: Page) => Promise<void>;
};

const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();

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
  await page.goto(`${program.url}${account}/contacts`);
  const contact = await hrefOf(page, /Mara Vogt|mara\.vogt/);
  return [
    { name: 'overview', address: account },
    { name: 'inbox', address: `${account}/inbox` },
    { name: 'inbox without a match', address: `${account}/inbox?view=closed` },
    { name: 'conversation', address: conversation },
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
    ...listLayers({ account, flow, conversation }),
  ];
};

const hrefOf = async (page: Page, name: RegExp): Promise<string> =>
  (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';

type Places = { account: string; flow: string; conversation: string };

const listLayers = ({ account, flow, conversation }: Places): Screen[] => [
  { name: 'notifications', address: account, open: press(/^Notifications/) },
  { name: 'user menu', address: account, open: press('Your menu') },
  { name: 'new flow', address: `${account}/flows`, open: press('New flow') },
  { name: 'new trigger', address: `${account}/triggers`, open: press('New trigger') },
  { name: 'pausing an account', address: `${account}/settings`, open: press('Pause automation') },
  {
    name: 'quiet hours',
    address: `${account}/settings`,
    open: (page) => page.getByRole('switch', { name: 'Hold messages at certain hours' }).click(),
  },
  { name: 'ways to connect', address: '/accounts/connect' },
  { name: 'connecting by login', address: '/accounts/connect?way=instagram' },
  { name: 'connecting by token', address: '/accounts/connect?way=token' },
  {
    name: 'a login that failed',
    address: '/accounts?problem=missing_permissions&missing=instagram_business_basic',
  },
  {
    name: 'a test of the connection',
    address: `${account}/doctor`,
    open: press('Begin the test'),
  },
  { name: 'a new ice breaker', address: `${account}/menu`, open: press('Add a question') },
  { name: 'moving people', address: `${flow}/waiting`, open: press('Move to the newest version') },
  { name: 'actions for a waiting person', address: `${flow}/waiting`, open: press(/^Actions for/) },
  { name: 'why a message was sent', address: conversation, open: press('Why was this sent?') },
  { name: 'publishing', address: flow, open: press('Publish') },
];
