import { Button, Dialog, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../../../shared/api/api-error';
import { useErrorText } from '../../../shared/components/use-error-text';

export type FlowProblemsDialogProps = { name: string; path: string; error: unknown; onClose: () => void };

/** Why a flow could not be published, with the way to mend it. */
export function FlowProblemsDialog({ name, path, error, onClose }: FlowProblemsDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const errorText = useErrorText();
  const issues = error instanceof ApiError ? error.fieldIssues : [];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('invalid.title', { name })}
      closeLabel={t('app:actions.close')}
      footer={
        <Button asChild variant="primary">
          <Link to={path}>{t('invalid.open')}</Link>
        </Button>
      }
    >
      {issues.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {issues.map((issue, index) => (
            <li key={index}>
              <Notice tone="danger">{issue.message}</Notice>
            </li>
          ))}
        </ul>
      ) : (
        <Notice tone="danger">{errorText(error)}</Notice>
      )}
    </Dialog>
  );
}
