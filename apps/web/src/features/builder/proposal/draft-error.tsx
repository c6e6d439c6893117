import { Button, Notice } from '@instaflow/ui';
import { ApiError } from '../../../shared/api/api-error';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTexts } from '../texts/use-texts';
import { StepsRefused } from './show-proposal';

/** What trying again does not change. */
const lasting: readonly string[] = ['ai_not_configured', 'forbidden', 'not_found'];

export type DraftErrorProps = { error: Error | null; onRetry: () => void };

/** Why no steps were drafted; nothing while nothing went wrong. */
export function DraftError({ error, onRetry }: DraftErrorProps) {
  const builderText = useTexts();
  const errorText = useErrorText();
  if (error === null) return null;
  const canRetry = !(error instanceof StepsRefused) && !isLasting(error);
  return (
    <div ref={intoView}>
      <Notice
        tone="danger"
        role="alert"
        action={
          canRetry && (
            <Button size="sm" onClick={onRetry}>
              {builderText('retry')}
            </Button>
          )
        }
      >
        {isForPeople(error) ? error.message : errorText(error)}
      </Notice>
    </div>
  );
}

/** On a phone it would be below what is seen of the dialog. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const isLasting = (error: Error): boolean => error instanceof ApiError && lasting.includes(error.code);

/** What the language model has to do with it is said in the server's words: they name what is missing. */
function isForPeople(error: Error): boolean {
  return error instanceof StepsRefused || (error instanceof ApiError && error.code.startsWith('ai_'));
}
