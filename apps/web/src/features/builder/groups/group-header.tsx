import { IconButton } from '@instaflow/ui';
import {
  ChevronsDownUp,
  ChevronsUpDown,
  CircleAlert,
  GripVertical,
  TriangleAlert,
  Ungroup,
} from 'lucide-react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { ColorButton } from './color-button';
import { changeGroup, foldGroup, ungroup } from './edit-groups';
import type { GroupData } from './fold-groups';
import { GroupName } from './group-name';
import { toPaperColor } from './paper-colors';
import '../texts/edit-texts';

/** The grip of a group with its name, its colour, and the means to fold it or to take it away. */
export function GroupHeader({ data }: { data: GroupData }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const { group, isFolded, errors, warnings } = data;
  const Fold = isFolded ? ChevronsUpDown : ChevronsDownUp;
  return (
    <div className="group-grip pointer-events-auto flex h-12 cursor-grab items-center gap-0.5 rounded-t-xl px-2 active:cursor-grabbing">
      {!isReadOnly && <GripVertical aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />}
      <GroupName group={group} />
      <IssueMark errors={errors} warnings={warnings} />
      <IconButton
        size="sm"
        className="nodrag"
        label={
          isFolded
            ? t('groupView.expand', { name: group.name })
            : t('groupView.collapse', { name: group.name })
        }
        aria-expanded={!isFolded}
        onClick={() => {
          foldGroup(store, group, !isFolded);
        }}
      >
        <Fold aria-hidden="true" />
      </IconButton>
      {!isReadOnly && (
        <>
          <ColorButton
            label={t('groupView.color', { name: group.name })}
            color={toPaperColor(group.color, 'neutral')}
            onChoose={(color) => {
              changeGroup(store, group, { color });
            }}
          />
          <IconButton
            size="sm"
            className="nodrag"
            label={t('groupView.ungroup', { name: group.name })}
            onClick={() => {
              ungroup(store, group);
            }}
          >
            <Ungroup aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
}

function IssueMark({ errors, warnings }: { errors: number; warnings: number }) {
  const t = useTexts();
  if (errors + warnings === 0) return null;
  const isError = errors > 0;
  const Icon = isError ? CircleAlert : TriangleAlert;
  const text = isError ? t('card.errors', { count: errors }) : t('card.warnings', { count: warnings });
  return (
    <span title={text} className={isError ? 'text-danger-text' : 'text-warning-text'}>
      <Icon aria-hidden="true" className="size-4" />
      <span className="sr-only">{text}</span>
    </span>
  );
}
