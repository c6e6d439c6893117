import { openBenchPage, openDemo, signIn } from '../browser.mjs';
import { pageProbes, watchFrames } from '../page-probes.mjs';
import { connectTo } from '../scale/grown-installation.mjs';
import { startServer } from '../server-process.mjs';
import { median, round } from '../statistics.mjs';
import { printTable, row } from '../table.mjs';
import { fillInbox } from './fill-inbox.mjs';
import { screenProbes, timeFromPress } from './screen-probes.mjs';
import { meetPerson } from './simulated-person.mjs';

const conversations = 10_000;
const messages = 5_000;
const times = 5;
const rowsInPage = `document.querySelectorAll('ul[aria-label="Conversations"] > li').length`;

const repeat = async (act) => {
  const measured = [];
  for (let time = 0; time < times; time += 1) measured.push(await act(time));
  return round(median(measured), 0);
};

const measureList = async (watched) => {
  const { page } = watched;
  const list = await page.getByRole('list', { name: 'Conversations' }).locator('..').boundingBox();
  await page.mouse.move(list.x + 60, list.y + 200);
  let rows = 0;
  const frames = await watchFrames(watched, async () => {
    for (let turn = 0; turn < 90; turn += 1) {
      await page.mouse.wheel(0, turn < 60 ? 350 : -700);
      if (turn % 10 === 0) rows = Math.max(rows, await page.evaluate(rowsInPage));
    }
  });
  return { ...frames, rows };
};

const openRow = (page, person) =>
  page
    .getByRole('link', { name: new RegExp(`${person}\\b`) })
    .first()
    .click();
const last = { text: `Message ${messages} of this` };

const measureThreads = async ({ page }) => {
  const press = (person) => timeFromPress(page, { person, ...last }, () => openRow(page, person));
  const first = await press('Person 1');
  await press('Person 2');
  const people = ['Person 1', 'Person 2'];
  return { openMs: round(first, 0), switchMs: await repeat((time) => press(people[time % 2])) };
};

const measureMessages = async ({ page }, server) => {
  const person = 'Benchfriend';
  const friend = await meetPerson(server, person);
  await friend.write('hello there');
  await timeFromPress(page, { person, text: 'hello there' }, () => openRow(page, person));
  const inboundMs = await repeat(async (time) => {
    const text = `inbound ${time}`;
    const shown = page.evaluate(`window.screenProbe.shown('${person}', '${text}')`);
    const from = Date.now();
    await friend.write(text);
    return (await shown) - from;
  });
  const field = page.getByLabel('Your message');
  const sendMs = await repeat(async (time) => {
    const text = `outbound ${time}`;
    await field.fill(text);
    const send = page.getByRole('button', { name: 'Send', exact: true });
    return timeFromPress(page, { person, text }, () => send.click());
  });
  return { inboundMs, sendMs };
};

/** The inbox with ten thousand conversations, two of them of five thousand messages, in a real browser. */
export const measureInbox = async () => {
  const server = await startServer({});
  const { browser, ...watched } = await openBenchPage({ probes: `${pageProbes};${screenProbes}` });
  try {
    const client = await connectTo(server.dataDirectory);
    await fillInbox({ client, conversations, messages });
    await client.end();
    const { accountId } = await openDemo(server);
    const { page } = watched;
    await signIn(page, server);
    await page.goto(`${server.url}/accounts/${accountId}/inbox`);
    await page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().waitFor();
    const threads = await measureThreads(watched);
    const sent = await measureMessages(watched, server);
    const list = await measureList(watched);
    const slowest = await page.evaluate(
      `Math.max(0, ...window.screenProbe.interactions().map(({ duration }) => duration))`,
    );
    const ms = (id, what, value, most) => row(id, what, value, { most, unit: 'ms' });
    console.log(`  Chromium ${browser.version()}, no graphics card; medians of ${times}`);
    printTable([
      row('P13', 'scrolling 10,000 conversations', list.fps, { least: 55, unit: 'fps' }),
      row('P13', 'rows in the page at most', list.rows, { most: 60 }),
      ms('P13', 'thread of 5,000 messages, opened', threads.openMs, 300),
      ms('P14', 'switching between threads seen before', threads.switchMs, 100),
      ms('P14', 'message sent to shown', sent.sendMs, 50),
      ms('P14', 'inbound webhook to shown', sent.inboundMs, 300),
      ms('P15', 'slowest press of all of this', round(slowest, 0), 200),
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
};
