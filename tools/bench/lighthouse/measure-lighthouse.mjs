import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { browserArguments, browserPath, openDemo, signIn } from '../browser.mjs';
import { freePort, startServer } from '../server-process.mjs';
import { round } from '../statistics.mjs';
import { printTable, row } from '../table.mjs';
import { auditPage } from './audit-page.mjs';
import { loadLighthouse } from './load-lighthouse.mjs';

const listPages = async ({ call, accountId }) => {
  const account = `/accounts/${accountId}`;
  const { flows } = await call('GET', `/instagram-accounts/${accountId}/flows`);
  const pages = { flows: 'flows', inbox: 'inbox', contacts: 'contacts', overview: '' };
  return [
    ...Object.entries(pages).map(([name, path]) => ({ name, path: `${account}/${path}` })),
    { name: 'builder', path: `${account}/flows/${flows[0].flowId}`, leastOnPhone: 75 },
  ];
};

const listRows = ({ name, leastOnPhone = 80 }, isDesktop, figures) => {
  const at = (what) => `${name}, ${isDesktop ? 'desktop' : 'mobile'}: ${what}`;
  return [
    row('P4', at('performance'), figures.performance, { least: isDesktop ? 95 : leastOnPhone }),
    row('P4', at('accessibility'), figures.accessibility, { least: 100 }),
    row('P4', at('best practices'), figures.bestPractices, { least: 95 }),
    row('P5', at('LCP'), round(figures.lcpMs, 0), { most: isDesktop ? 1_200 : 3_000, unit: 'ms' }),
    row('P5', at('CLS'), round(figures.cls, 3), { most: 0.05 }),
    row('P5', at('TBT'), round(figures.tbtMs, 0), { unit: 'ms', ...(!isDesktop && { most: 300 }) }),
    ...figures.failed.map((id) => row('', at('fails'), id)),
  ];
};

/** Five pages of the demo account in Lighthouse, on a desktop and a phone; prints as it goes. */
export const measureLighthouse = async ({ runs = 3 }) => {
  const lighthouse = await loadLighthouse();
  const server = await startServer({});
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'instaflow-lighthouse-'));
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: await browserPath(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  try {
    await signIn(context.pages()[0] ?? (await context.newPage()), server);
    for (const page of await listPages(await openDemo(server)))
      for (const isDesktop of [true, false]) {
        const url = `${server.url}${page.path}`;
        printTable(listRows(page, isDesktop, await auditPage({ lighthouse, port, url, isDesktop, runs })));
      }
  } finally {
    await context.close();
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  }
};
