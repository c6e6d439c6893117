import type { Page, Request } from 'playwright-core';

/** Resolves once a page shows what it loaded. */
export type Settle = () => Promise<void>;

const isShown = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(
  document.querySelector('h1, h2') !== null && document.querySelector('.animate-pulse, [aria-busy="true"]') === null
))))`;

/**
 * Watches what a page loads, from before its first address on. A page is settled when it has a heading, no placeholder
 * and no request under way, two frames long: quicker and surer than half a second of silence.
 */
export const watchLoading = (page: Page): Settle => {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame())
      for (const request of underWay) if (request.isNavigationRequest()) underWay.delete(request);
  });
  return async () => {
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      if (underWay.size === 0 && (await page.evaluate(isShown)) && underWay.size === 0) return;
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
    }
    const waitingFor = [...underWay].map((request) => new URL(request.url()).pathname).join(', ');
    throw new Error(
      `still loading after 10 s: ${waitingFor || 'a placeholder is shown, or there is no heading'}`,
    );
  };
};
