import { Button, Card, Checkbox, Field, Input, SegmentedControl } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { FormError } from '../../../shared/forms/form-error';
import { TesterAnswer } from './tester-answer';

/** Type what a customer would write and see which flow answers, and why the others do not. */
export function TriggerTester() {
  const { t } = useTranslation('triggers');
  const accountId = useAccountId();
  const [type, setType] = useState<'dm' | 'comment'>('dm');
  const [text, setText] = useState('');
  const [isFirstContact, setIsFirstContact] = useState(false);
  const resolve = useMutation({
    mutationFn: () =>
      callApi('resolveTriggers', { params: { id: accountId }, body: { type, text, isFirstContact } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') resolve.mutate();
  };
  return (
    <Card title={t('tester.title')} description={t('tester.description')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <SegmentedControl
            label={t('tester.kind')}
            value={type}
            onChange={setType}
            options={[
              { value: 'dm', label: t('tester.dm') },
              { value: 'comment', label: t('tester.comment') },
            ]}
          />
          {type === 'dm' && (
            <Checkbox label={t('tester.first')} isChecked={isFirstContact} onChange={setIsFirstContact} />
          )}
        </div>
        <div className="flex items-end gap-2">
          <Field label={t('tester.text')} isLabelHidden className="flex-1">
            <Input
              value={text}
              maxLength={2_200}
              placeholder={t('tester.placeholder')}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Button type="submit" variant="primary" isBusy={resolve.isPending}>
            {t('tester.submit')}
          </Button>
        </div>
        <FormError error={resolve.error} />
        <div aria-live="polite" className="empty:hidden">
          {resolve.data && <TesterAnswer answer={resolve.data} />}
        </div>
      </form>
    </Card>
  );
}
