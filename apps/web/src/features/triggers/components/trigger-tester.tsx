import { Button, Card, Checkbox, Field, Input, SegmentedControl } from '@instaflow/ui';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../shared/forms/form-error';
import { useTester } from '../hooks/use-tester';
import { TesterAnswer } from './tester-answer';
import { TesterPerson } from './tester-person';
import { TesterPost } from './tester-post';

/** Type what a customer would write and see which flow answers, and why the others do not. */
export function TriggerTester() {
  const { t } = useTranslation('triggers');
  const { question, change, ask, problem, resolve } = useTester();
  const { type, text, who, isFirstContact } = question;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  return (
    <Card title={t('tester.title')} description={t('tester.description')}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
          <div className="flex flex-col items-start gap-1.5">
            <p className="text-sm font-medium">{t('tester.kind')}</p>
            <SegmentedControl
              label={t('tester.kind')}
              value={type}
              onChange={(next) => change({ type: next })}
              options={[
                { value: 'dm', label: t('tester.dm') },
                { value: 'comment', label: t('tester.comment') },
              ]}
            />
          </div>
          <TesterPerson question={question} onChange={change} />
          {type === 'comment' && <TesterPost question={question} onChange={change} />}
        </div>
        {type === 'dm' && who === 'new' && (
          <Checkbox
            label={t('tester.first')}
            isChecked={isFirstContact}
            onChange={(next) => change({ isFirstContact: next })}
          />
        )}
        <div className="flex items-end gap-2">
          <Field label={t('tester.text')} isLabelHidden className="flex-1">
            <Input
              value={text}
              maxLength={2_200}
              placeholder={t('tester.placeholder')}
              onChange={(event) => change({ text: event.target.value })}
            />
          </Field>
          <Button type="submit" variant="primary" isBusy={resolve.isPending}>
            {t('tester.submit')}
          </Button>
        </div>
        {problem && (
          <p role="alert" className="text-sm text-danger-text">
            {problem}
          </p>
        )}
        <FormError error={resolve.error} />
        <div aria-live="polite" className="empty:hidden">
          {resolve.data && <TesterAnswer answer={resolve.data} />}
        </div>
      </form>
    </Card>
  );
}
