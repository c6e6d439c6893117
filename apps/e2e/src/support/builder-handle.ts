import type { Page } from 'playwright-core';

/** The open builder's session, found the way React's developer tools find it. */
const session = `(() => {
  const element = document.querySelector('[data-save-status]');
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
  for (let fiber = element[key]; fiber; fiber = fiber.return) {
    const value = fiber.memoizedProps?.value;
    if (value?.store && value.autosave) return value;
  }
  throw new Error('there is no builder');
})()`;

/**
 * The builder of a page by its own handles: edits go the way every panel and every gesture sends them, and hundreds of
 * them take seconds instead of minutes.
 */
export const builderOf = (page: Page) => ({
  untilReady: async (): Promise<void> => {
    await page.locator('[data-builder-works]').waitFor({ state: 'attached' });
  },
  /** Each with the same label; answers which were taken. */
  commit: (edits: readonly (readonly object[])[]): Promise<boolean[]> =>
    page.evaluate<boolean[]>(`${JSON.stringify(edits)}.map((operations) =>
      ${session}.store.getState().commit({ label: { key: 'changeStep', values: { name: '' } }, operations }))`),
  undo: (): Promise<void> => page.evaluate(`${session}.store.getState().undo()`),
  /** As when the tab is hidden. */
  flush: (): Promise<void> => page.evaluate(`${session}.autosave.flush()`),
  /** As when the network is back. */
  online: (): Promise<void> => page.evaluate(`void window.dispatchEvent(new Event('online'))`),
  select: (nodeIds: readonly string[]): Promise<void> =>
    page.evaluate(`${session}.store.getState().selectNodes(${JSON.stringify(nodeIds)})`),
  selected: (): Promise<string[]> =>
    page.evaluate<string[]>(`[...${session}.store.getState().selectedNodeIds]`),
  definition: (): Promise<unknown> => page.evaluate(`${session}.store.getState().definition`),
  countUndoable: (): Promise<number> =>
    page.evaluate<number>(`${session}.store.getState().history.past.length`),
  status: (): Promise<string | null> => page.locator('[data-save-status]').getAttribute('data-save-status'),
  /** Says where saving stands when that does not come. */
  untilSaved: async (): Promise<void> => {
    try {
      await page.locator('[data-save-status="saved"]').waitFor();
    } catch (cause) {
      const state = await page.evaluate<unknown>(`${session}.autosave.state()`);
      throw new Error(`The draft was not saved: ${JSON.stringify(state)}`, { cause });
    }
  },
});
