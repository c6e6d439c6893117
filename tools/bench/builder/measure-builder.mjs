import { openBenchPage, openDemo, signIn } from '../browser.mjs';
import { pageProbes } from '../page-probes.mjs';
import { startServer } from '../server-process.mjs';
import { printTable } from '../table.mjs';
import { createLargeFlow } from './large-flow.mjs';
import { listRows } from './list-rows.mjs';
import { measureMoving } from './measure-moving.mjs';
import { measureOpening } from './measure-opening.mjs';
import { measureTidy } from './measure-tidy.mjs';
import { measureTyping } from './measure-typing.mjs';
import { measureUndo } from './measure-undo.mjs';

const allSizes = [300, 500, 1000, 2000];

const parts = {
  opening: measureOpening,
  moving: measureMoving,
  typing: measureTyping,
  undo: measureUndo,
  tidy: measureTidy,
};

/** Prints what was measured also when a part fails. */
const measureSize = async (size, watched, address) => {
  const rowsOf = listRows(size);
  const rows = [];
  try {
    for (const [name, measure] of Object.entries(parts))
      rows.push(...rowsOf[name](await measure(watched, address)));
  } finally {
    printTable(rows);
  }
};

/** The builder in a real browser: opening, moving, typing, undoing and tidying flows of several sizes. Prints as it goes. */
export const measureBuilder = async ({ sizes = allSizes }) => {
  const server = await startServer({});
  const { browser, ...watched } = await openBenchPage({ probes: pageProbes });
  try {
    console.log(`  Chromium ${browser.version()}, no graphics card; medians of three`);
    const { call, accountId } = await openDemo(server);
    await signIn(watched.page, server);
    for (const size of sizes) {
      const flow = { name: `${size} steps`, flowDefinition: createLargeFlow(size) };
      const { flowId } = await call('POST', `/instagram-accounts/${accountId}/flows`, flow);
      await measureSize(size, watched, `${server.url}/accounts/${accountId}/flows/${flowId}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
};
