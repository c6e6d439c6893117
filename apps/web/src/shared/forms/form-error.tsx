import { Notice } from '@instaflow/ui';
import { useErrorText } from '../components/use-error-text';

export type FormErrorProps = { error: unknown };

/** Why a form was refused; nothing while it was not. */
export function FormError({ error }: FormErrorProps) {
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <Notice tone="danger" role="alert">
      {errorText(error)}
    </Notice>
  );
}
