import type { BuilderSession } from '../state/builder-session';

/** Saves at once and waits until the server has everything; false when it cannot be saved now. */
export function whenSaved({ store, autosave }: Pick<BuilderSession, 'store' | 'autosave'>): Promise<boolean> {
  autosave.flush();
  return new Promise((resolve) => {
    const answer = (): boolean => {
      const { status } = store.getState().autosave;
      if (status === 'pending' || status === 'saving') return false;
      unsubscribe();
      resolve(status === 'saved');
      return true;
    };
    let unsubscribe: () => void = () => undefined;
    if (!answer()) unsubscribe = store.subscribe(answer);
  });
}
