import type { Page } from 'playwright-core';

/**
 * Stands in for React's developer tools, before a page is loaded, and notes with every commit which cards of the canvas
 * were drawn anew: a component that rendered is marked, and one that was skipped is the same object as before.
 */
export const watchRenders = (page: Page): Promise<unknown> =>
  page.addInitScript(`(() => {
    const performedWork = 1;
    window.renderedCards = new Map();
    const note = (next, card) => {
      const id = typeof next.type === 'string' ? next.memoizedProps?.['data-id'] : undefined;
      const inside = id ?? card;
      if (inside && typeof next.type !== 'string' && next.flags & performedWork) {
        window.renderedCards.set(inside, (window.renderedCards.get(inside) ?? 0) + 1);
      }
      return inside;
    };
    const walk = (next, before, card) => {
      const inside = note(next, card);
      if (before && next.child === before.child) return;
      for (let child = next.child; child; child = child.sibling) walk(child, child.alternate, inside);
    };
    window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true, isDisabled: false, renderers: new Map(),
      inject: () => 1, onCommitFiberUnmount() {}, onPostCommitFiberRoot() {}, setStrictMode() {},
      onCommitFiberRoot: (id, root) => walk(root.current, root.current.alternate, undefined),
    };
  })()`);

/** The cards drawn since the last time this was asked. */
export const takeRenders = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const ids = [...window.renderedCards.keys()];
    window.renderedCards.clear();
    return ids;
  })()`);
