import type { Page } from 'playwright-core';
import { signInToApi, type ApiClient } from './api-client';
import { keepScreenshot, openPage } from './browser';
import { builderOf } from './builder-handle';
import { drawOnServer } from './draw-on-server';
import type { DrawnFlow } from './drawn-flow';
import { signInAsDemo } from './sign-in';
import { useProgram } from './use-program';

/**
 * The builder with a flow of `steps`, drawn anew for each test, whose start leads to the first of them. A test that
 * fails leaves a picture called `name`; it fails as well when the page had a problem that it did not take out of `problems`.
 */
export const useDrawnFlow = (
  name: string,
  steps: DrawnFlow,
  configure?: Parameters<typeof useProgram>[0],
) => {
  const scene = useProgram(configure);
  let client: ApiClient | undefined;
  beforeAll(async () => {
    client = await signInToApi(scene.program);
  });
  const api: ApiClient = (...request) => {
    if (!client) throw new Error('asked for before it was signed in');
    return client(...request);
  };
  /** `prepare` comes before the page shows anything. */
  const openFlow = async (
    run: (page: Page, flowId: string, problems: string[]) => Promise<void>,
    prepare?: (page: Page) => unknown,
  ): Promise<void> => {
    const { page, context, problems } = await openPage(scene.browser);
    await prepare?.(page);
    await signInAsDemo(page, scene.program);
    const [first = null] = Object.keys(steps);
    const { address, flowId } = await drawOnServer(api, { url: scene.program.url, name, steps, first });
    await page.goto(address);
    await builderOf(page).untilReady();
    try {
      await run(page, flowId, problems);
    } catch (error) {
      await keepScreenshot(page, name);
      throw error;
    }
    expect(problems).toEqual([]);
    await context.close();
  };
  return { api, openFlow };
};
