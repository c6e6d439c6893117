import type { Page } from 'playwright-core';
import type { Program } from './program';

/** Signs in as the demo user and waits for the first screen. */
export const signInAsDemo = async (page: Page, program: Program): Promise<void> => {
  await page.goto(`${program.url}/login`);
  await page.getByLabel('E-mail').fill(program.demo.email);
  await page.getByLabel('Password', { exact: true }).fill(program.demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
};
