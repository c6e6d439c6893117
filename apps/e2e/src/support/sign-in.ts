import type { Page } from 'playwright-core';
import type { Program } from './program';

/** Signs in with an address and a password and waits for the first screen. */
export const signIn = async (
  page: Page,
  { url }: Pick<Program, 'url'>,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await page.goto(`${url}/login`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/login'));
};

/** Signs in as the demo user. */
export const signInAsDemo = (page: Page, program: Program): Promise<void> =>
  signIn(page, program, program.demo);
