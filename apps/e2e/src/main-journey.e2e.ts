import type { Page } from 'playwright-core';
import { desktop, keepScreenshot, openPage } from './support/browser';
import { signInAsDemo } from './support/sign-in';
import { openTestPhone } from './support/test-phone';
import { useProgram } from './support/use-program';

const scene = useProgram();

/** By the plus of an outlet. */
const addStepAt = async (page: Page, outlet: string, kind: string): Promise<void> => {
  await page.getByRole('button', { name: `Add a step at “${outlet}”` }).click();
  await page.getByRole('option', { name: kind }).first().click();
};

/** Draws start → message with two quick replies → tag / hand over, with the keyword `menu`, and publishes it. */
const drawMenuFlow = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Flows', exact: true }).click();
  await page.getByRole('button', { name: 'New flow' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Menu');
  await page.getByRole('button', { name: 'Create flow' }).click();

  await page.getByRole('button', { name: 'Add a message' }).click();
  const panel = page.getByRole('complementary', { name: 'Step', exact: true });
  await panel.getByLabel('Text', { exact: true }).fill('Hi {{contact.firstName}}, what would you like?');
  await panel.getByRole('button', { name: 'Add quick reply' }).click();
  await panel.getByRole('textbox', { name: 'Text of answer 1' }).fill('Prices');
  await panel.getByRole('button', { name: 'Add quick reply' }).click();
  await panel.getByRole('textbox', { name: 'Text of answer 2' }).fill('A person');

  await addStepAt(page, 'Prices', 'Tag');
  await panel.getByLabel('Tag', { exact: true }).fill('asked_prices');
  await addStepAt(page, 'A person', 'Hand over');
  await panel.getByLabel('Note for your team').fill('Wants to talk to somebody');
  await panel.getByLabel('Message to the person').fill('One moment, a colleague takes over.');

  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await page.getByLabel(/^Step 1, Start/).click();
  await panel.getByLabel('Keyword').fill('menu');
  await panel.getByRole('button', { name: 'Add keyword' }).click();
  await panel.getByText('menu', { exact: false }).first().waitFor();

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
};

it.each(['br', 'gzip'])('sends what every page needs compressed with %s', async (encoding) => {
  const get = (path: string) =>
    fetch(`${scene.program.url}${path}`, { headers: { 'accept-encoding': encoding } });
  const page = await get('/flows');
  const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
  for (const answer of [page, await get(script)]) {
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, encoding]);
  }
});

it('draws a flow, answers the customer, hands over, and a person replies from the inbox', async () => {
  const { page, problems } = await openPage(scene.browser, { viewport: desktop });
  await signInAsDemo(page, scene.program);
  const phone = await openTestPhone(scene.browser, scene.program, 'Nora Lind');
  try {
    await drawMenuFlow(page);

    await phone.write('menu');
    await phone.sees('Hi Nora, what would you like?');
    await phone.tap('Prices');
    await phone.write('menu');
    await phone.seesTimes('Hi Nora, what would you like?', 2);
    await phone.tap('A person');
    await phone.sees('One moment, a colleague takes over.');

    await page.getByRole('link', { name: /^Inbox/ }).click();
    await page.getByRole('link', { name: /Nora Lind/ }).click();
    const thread = page.getByRole('region', { name: /Messages with/ });
    await thread.getByText('One moment, a colleague takes over.').waitFor();
    await page.getByText('asked_prices').first().waitFor();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByLabel('Your message').fill('Hello Nora, this is Ana. How can I help?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await phone.sees('Hello Nora, this is Ana. How can I help?');

    await phone.write('menu');
    await thread.getByText('menu', { exact: true }).nth(2).waitFor();
    expect(await phone.countOf('Hi Nora, what would you like?')).toBe(2);
    expect([...problems, ...phone.problems]).toEqual([]);
  } catch (error) {
    await keepScreenshot(page, 'main-journey');
    await keepScreenshot(phone.page, 'main-journey-phone');
    throw error;
  }
}, 240_000);
