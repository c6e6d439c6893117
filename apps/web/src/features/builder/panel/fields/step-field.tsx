import { Field, type FieldProps } from '@instaflow/ui';
import { useBuilder } from '../../state/builder-context';
import { useFieldError } from '../use-field-error';

/** A field of a step: what is wrong with it stands below it, and the list of issues can jump to it by its path. */
export function StepField({
  nodeId,
  path,
  ...field
}: Omit<FieldProps, 'error'> & { nodeId: string; path: string }) {
  const error = useFieldError(nodeId, path);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  return (
    <fieldset data-field-path={path} disabled={isReadOnly} className="contents">
      <Field error={error} {...field} />
    </fieldset>
  );
}
