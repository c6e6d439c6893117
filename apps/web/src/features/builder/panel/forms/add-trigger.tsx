import { Button, Field, Input, Select } from '@instaflow/ui';
import { useState } from 'react';
import type { useFlowTriggers } from '../../api/use-flow-triggers';
import { useTexts } from '../../texts/use-texts';

const types = ['dm_keyword', 'comment_keyword', 'welcome_message', 'default_reply'] as const;
type QuickType = (typeof types)[number];
const keywordTypes: readonly QuickType[] = ['dm_keyword', 'comment_keyword'];

/** The quick way to say what starts the flow; everything finer is on the page of triggers. */
export function AddTrigger({ add }: { add: ReturnType<typeof useFlowTriggers>['add'] }) {
  const t = useTexts();
  const [type, setType] = useState<QuickType>('dm_keyword');
  const [keyword, setKeyword] = useState('');
  const needsKeyword = keywordTypes.includes(type);
  const isReady = !needsKeyword || keyword.trim() !== '';
  return (
    <form
      className="flex flex-col gap-2.5 rounded-md bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || add.isPending) return;
        add.mutate(
          { type, keyword: needsKeyword ? keyword.trim() : null },
          {
            onSuccess: () => {
              setKeyword('');
            },
          },
        );
      }}
    >
      <Field label={t('triggers.addType')}>
        <Select
          value={type}
          options={types.map((value) => ({ value, label: t(`triggers.type.${value}`) }))}
          onChange={setType}
        />
      </Field>
      {needsKeyword && (
        <Field label={t('triggers.keyword')} hint={t('triggers.keywordHint')}>
          <Input
            value={keyword}
            autoComplete="off"
            onChange={(event) => {
              setKeyword(event.target.value);
            }}
          />
        </Field>
      )}
      <Button
        type="submit"
        size="sm"
        variant="primary"
        className="self-start"
        disabled={!isReady}
        isBusy={add.isPending}
      >
        {t('triggers.add')}
      </Button>
    </form>
  );
}
