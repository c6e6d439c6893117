import { Notice } from '@instaflow/ui';
import { ApiError } from '../../shared/api/api-error';
import { FormError } from '../../shared/forms/form-error';

export type AuthErrorProps = {
  error: unknown;
  /** The answer to expect, with our own words for it. */
  expected: { code: string; text: string };
};

/** Why signing in or registering was refused. */
export function AuthError({ error, expected }: AuthErrorProps) {
  if (!(error instanceof ApiError) || error.code !== expected.code) return <FormError error={error} />;
  return (
    <Notice tone="danger" role="alert">
      {expected.text}
    </Notice>
  );
}
