import type { Page } from 'playwright-core';
import { addColleague, type Login } from './support/add-colleague';
import { signInToApi, type ApiClient } from './support/api-client';
import { findViolations } from './support/axe';
import { keepScreenshot, openPage, phone, type WatchedPage } from './support/browser';
import { builderOf } from './support/builder-handle';
import { drawOnServer, type Drawn } from './support/draw-on-server';
import { signIn, signInAsDemo } from './support/sign-in';
import { until } from './support/until';
import { useProgram } from './support/use-program';

const scene = useProgram();
let api: ApiClient;
let ana: Login;
let drawn: Drawn;

beforeAll(async () => {
  api = await signInToApi(scene.program);
  ana = await addColleague(scene.program, api, { firstName: 'Ana', lastName: 'Silva' });
});
beforeEach(async () => {
  const step = (name: string, x: number) => ({ name, text: 'Hi', x, y: 0, to: null });
  const steps = { hello: step('Welcome', 0), more: step('More', 400) };
  drawn = await drawOnServer(api, { url: scene.program.url, name: 'Talk', steps, first: 'hello' });
});

const opened: (WatchedPage & { name: string })[] = [];
afterEach(async () => {
  for (const { page, name } of opened) await keepScreenshot(page, `comments-${name}`);
  await Promise.all(opened.splice(0).map(({ page }) => page.context().close()));
});

const openAs = async (name: string, login: Login | null, viewport = { width: 1440, height: 900 }) => {
  const watched = await openPage(scene.browser, { viewport });
  opened.push({ ...watched, name });
  if (login) await signIn(watched.page, scene.program, login);
  else await signInAsDemo(watched.page, scene.program);
  return watched;
};
const openFlow = async (page: Page): Promise<void> => {
  await page.goto(drawn.address);
  await builderOf(page).untilReady();
};
const panel = (page: Page, name = 'Comments: Welcome') => page.getByRole('complementary', { name });
const thread = (page: Page) => page.getByRole('article', { name: 'Comment by Demo' });
const badge = (page: Page) => page.getByRole('button', { name: '1 open comment', exact: true });
const violations = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const violation of await findViolations(page)) found.push(`${colorScheme}: ${violation}`);
  }
  return found;
};

/** Written with the keyboard alone: the shortcut, an @, and who is meant. */
const commentOnWelcome = async (page: Page): Promise<void> => {
  await builderOf(page).select(['hello']);
  await page.keyboard.press('Shift+M');
  await panel(page).getByLabel('Comment on Welcome').waitFor();
  await page.keyboard.type('@si');
  await page.getByRole('option', { name: 'Ana Silva', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('is this too short?');
  await page.keyboard.press('Control+Enter');
  await thread(page).getByText('is this too short?').waitFor();
};

it('leads from a mention to the thread, where it is answered and resolved in sight of both', async () => {
  const mine = await openAs('mine', null);
  const theirs = await openAs('theirs', ana);
  await openFlow(mine.page);
  await commentOnWelcome(mine.page);
  await badge(mine.page).waitFor();

  await theirs.page.getByRole('button', { name: 'Notifications: 1 unread' }).click();
  await theirs.page.getByRole('link', { name: /Demo mentioned you in “Talk”/ }).click();
  await panel(theirs.page).waitFor();
  await thread(theirs.page).getByText('@Ana Silva').waitFor();
  expect(new URL(theirs.page.url()).search).toBe('');
  await until(() => theirs.page.evaluate<boolean>(`document.activeElement.matches('[data-comment-thread]')`));
  expect(await builderOf(theirs.page).selected()).toEqual(['hello']);

  await thread(theirs.page).getByLabel('Your answer').fill('It is. I make it longer.');
  await thread(theirs.page).getByRole('button', { name: 'Answer', exact: true }).click();
  await thread(mine.page).getByRole('button', { name: '1 answer' }).click();
  await thread(mine.page).getByText('It is. I make it longer.').waitFor();
  expect(await violations(mine.page)).toEqual([]);

  await thread(theirs.page).getByRole('button', { name: 'Resolve' }).click();
  await badge(mine.page).waitFor({ state: 'detached' });
  await panel(mine.page).getByText('No open comments').waitFor();
  await panel(mine.page).getByRole('radio', { name: 'Resolved' }).click();
  await thread(mine.page).getByText('Resolved by Ana Silva').waitFor();
  await thread(mine.page).getByRole('button', { name: 'Open again' }).click();
  await badge(theirs.page).waitFor();
  expect([mine.problems, theirs.problems]).toEqual([[], []]);
}, 90_000);

it('keeps what was said when its step or the comment itself is deleted', async () => {
  const { page, problems } = await openAs('deleted', null);
  await openFlow(page);
  await commentOnWelcome(page);
  await thread(page)
    .getByRole('button', { name: /^Delete “/ })
    .click();
  await thread(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo delete', exact: true }).click();
  await thread(page).getByText('is this too short?').waitFor();

  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  await builderOf(page).commit([[{ op: 'remove_node', nodeId: 'hello' }]]);
  await builderOf(page).untilSaved();
  await page.getByRole('button', { name: 'Comments, 1 open' }).click();
  const gone = panel(page, 'Comments').getByRole('list', { name: 'On deleted steps' });
  await gone.getByText('Deleted: Welcome').waitFor();
  await gone.getByText('is this too short?').waitFor();
  expect(problems).toEqual([]);
}, 60_000);

it('works on a phone, in the outline', async () => {
  const { page, problems } = await openAs('phone', null, phone);
  await openFlow(page);
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Comments', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Comments' });
  await sheet.getByLabel('Comment on the flow').fill('For all of it');
  await sheet.getByRole('button', { name: 'Comment', exact: true }).click();
  await thread(page).getByText('For all of it').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await violations(page)).toEqual([]);
  await thread(page).getByRole('button', { name: 'Edit “For all of it”' }).click();
  await thread(page).getByLabel('Your comment').fill('For everything');
  await thread(page).getByRole('button', { name: 'Save' }).click();
  await thread(page).getByText('(edited)').waitFor();
  expect(problems).toEqual([]);
}, 60_000);
