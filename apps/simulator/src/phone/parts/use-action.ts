import { useState } from 'react';

export type Action = {
  error: string | null;
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
};

/** Runs something that may fail and keeps the reason to show. Resolves to whether it worked. */
export function useAction(): Action {
  const [error, setError] = useState<string | null>(null);
  return {
    error,
    clear: () => setError(null),
    async run(work) {
      try {
        await work();
        setError(null);
        return true;
      } catch (reason) {
        setError(reason instanceof Error ? reason.message : String(reason));
        return false;
      }
    },
  };
}
