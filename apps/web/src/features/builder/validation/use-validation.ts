import { useEffect } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { requestValidation } from './request-validation';
import { useValidationInput } from './use-validation-input';

const idleMs = 150;

/** Keeps the list of problems up to date: 150 ms after the last change, off the main thread. */
export function useValidation(): void {
  const { store } = useBuilderSession();
  const input = useValidationInput();

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void requestValidation(input).then(
        ({ problems }) => {
          if (isCurrent) store.getState().setProblems(problems, input.definition);
        },
        // The server checks again before it publishes; until then the last known problems stay.
        () => undefined,
      );
    }, idleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [input, store]);
}
