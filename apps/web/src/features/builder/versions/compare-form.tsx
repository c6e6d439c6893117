import type { FlowVersion } from '@instaflow/contracts';
import { Button, Field, Notice, Select, SkeletonRows } from '@instaflow/ui';
import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import type { RefObject } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { ChangeList } from '../publish/change-list';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import type { ComparedSide } from './compare/comparison';
import { nameSide } from './compare/name-side';
import { loadComparison, type ComparedSides } from './compare/start-comparison';
import { useStartComparison } from './compare/use-start-comparison';
import { useVersionTexts } from './version-texts';

export type CompareFormProps = {
  ref: RefObject<HTMLElement | null>;
  versions: readonly FlowVersion[];
  sides: ComparedSides;
  onChange: (sides: ComparedSides) => void;
};

/** Any two versions, or one and the draft, side by side in words; the canvas shows the same. */
export function CompareForm({ ref, versions, sides, onChange }: CompareFormProps) {
  const t = useVersionTexts();
  const options: { value: string; label: string }[] = [
    { value: 'draft', label: t('draft') },
    ...versions.map(({ version }) => ({ value: String(version), label: nameSide(t, version) })),
  ];
  const choose = (side: keyof ComparedSides) => (value: string) => {
    onChange({ ...sides, [side]: readSide(value) });
  };
  return (
    <section
      ref={ref}
      aria-label={t('compare.title')}
      className="flex flex-col gap-3 rounded-lg border border-line p-3"
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('compare.before')}>
          <Select value={String(sides.before)} options={options} onChange={choose('before')} />
        </Field>
        <Field label={t('compare.after')}>
          <Select value={String(sides.after)} options={options} onChange={choose('after')} />
        </Field>
      </div>
      {sides.before === sides.after ? (
        <p className="text-sm text-ink-muted">{t('compare.needTwo')}</p>
      ) : (
        <Compared sides={sides} />
      )}
    </section>
  );
}

const readSide = (value: string): ComparedSide => (value === 'draft' ? 'draft' : Number(value));

function Compared({ sides }: { sides: ComparedSides }) {
  const t = useVersionTexts();
  const builderText = useTexts();
  const errorText = useErrorText();
  const { flowId, store } = useBuilderSession();
  const revision = useBuilder(({ autosave }) => autosave.editCount);
  const start = useStartComparison();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['compared', flowId, sides, revision],
    queryFn: () => loadComparison({ flowId, store }, sides),
    gcTime: 0,
  });
  const failure = error ?? start.error;
  if (failure) {
    const retry = (
      <Button size="sm" isBusy={isFetching} onClick={() => void (error ? refetch() : start.mutate(sides))}>
        {builderText('retry')}
      </Button>
    );
    return (
      <Notice tone="danger" role="alert" action={retry}>
        {t('compare.failed', { reason: errorText(failure) })}
      </Notice>
    );
  }
  if (!data) return <SkeletonRows label={builderText('loading')} count={2} />;
  return (
    <>
      <ChangeList diff={data.diff} nameStep={(nodeId) => data.names[nodeId] ?? nodeId} />
      <Button
        size="sm"
        className="self-start"
        isBusy={start.isPending}
        onClick={() => {
          start.mutate(sides);
        }}
      >
        <GitCompareArrows aria-hidden="true" />
        {t('compare.canvas')}
      </Button>
    </>
  );
}
