import { Notice } from '@instaflow/ui';
import { ApiError } from '../../../shared/api/api-error';
import { useErrorText } from '../../../shared/components/use-error-text';

const maxShown = 8;

/** Why the server does not take a file, point by point. */
export function ImportError({ error }: { error: unknown }) {
  const errorText = useErrorText();
  if (!error) return null;
  const issues = error instanceof ApiError ? error.fieldIssues : [];
  return (
    <Notice tone="danger" role="alert">
      <p>{errorText(error)}</p>
      {issues.length > 0 && (
        <ul className="list-disc pt-1 pl-4 break-words">
          {issues.slice(0, maxShown).map(({ path, message }, index) => (
            <li key={index}>{path ? `${path}: ${message}` : message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
