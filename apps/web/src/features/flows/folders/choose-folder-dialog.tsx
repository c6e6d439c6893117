import type { FlowFolder } from '@instaflow/contracts';
import { Button, cx, Dialog, SkeletonRows } from '@instaflow/ui';
import { Folder, FolderMinus, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useFolders } from '../api/use-folders';
import { buildFolderTree, listFolders } from './folder-tree';

export type ChooseFolderDialogProps = {
  title: string;
  /** Where it is now; undefined when several are at different places. */
  current: string | null | undefined;
  /** Whether it can go there. */
  isAllowed?: (folderId: string | null) => boolean;
  onChoose: (folderId: string | null) => void;
  onClose: () => void;
};

const indents = ['', '', 'ml-5', 'ml-10', 'ml-15'];

/** Chooses a folder to move something to. */
export function ChooseFolderDialog({
  title,
  current,
  isAllowed = () => true,
  onChoose,
  onClose,
}: ChooseFolderDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const [chosen, setChosen] = useState(current);
  const query = useFolders();
  const confirm = () => {
    if (chosen === undefined) return;
    onChoose(chosen);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      closeLabel={t('app:actions.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
          <Button variant="primary" disabled={chosen === undefined || chosen === current} onClick={confirm}>
            {t('folders.moveHere')}
          </Button>
        </>
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows label={t('app:loading')} className="h-9" count={4} />}>
        {(folders) => (
          <FolderOptions
            folders={folders}
            chosen={chosen}
            current={current}
            isAllowed={isAllowed}
            onChoose={setChosen}
          />
        )}
      </QueryView>
    </Dialog>
  );
}

type FolderOptionsProps = Required<Pick<ChooseFolderDialogProps, 'current' | 'isAllowed' | 'onChoose'>> & {
  folders: readonly FlowFolder[];
  chosen: string | null | undefined;
};

function FolderOptions({ folders, chosen, current, isAllowed, onChoose }: FolderOptionsProps) {
  const { t } = useTranslation('flows');
  const name = useId();
  const options = [
    { id: null, label: t('folders.none'), depth: 1, Icon: FolderMinus },
    ...listFolders(buildFolderTree(folders)).map(({ folder, depth }) => ({
      id: folder.folderId,
      label: folder.name,
      depth,
      Icon: Folder,
    })),
  ];
  return (
    <>
      <fieldset className="flex flex-col gap-0.5 pb-1">
        <legend className="sr-only">{t('folders.title')}</legend>
        {options.map((option) => (
          <FolderOption
            key={option.id ?? 'none'}
            name={name}
            option={option}
            isChosen={chosen === option.id}
            isCurrent={option.id === current}
            isDisabled={option.id !== current && !isAllowed(option.id)}
            onChoose={() => onChoose(option.id)}
          />
        ))}
      </fieldset>
      {folders.length === 0 && <p className="text-sm text-ink-muted">{t('folders.empty')}</p>}
    </>
  );
}

type FolderOptionProps = {
  /** Of the group of radio buttons. */
  name: string;
  option: { label: string; depth: number; Icon: LucideIcon };
  isChosen: boolean;
  isCurrent: boolean;
  isDisabled: boolean;
  onChoose: () => void;
};

function FolderOption({ name, option, isChosen, isCurrent, isDisabled, onChoose }: FolderOptionProps) {
  const { t } = useTranslation('flows');
  const { label, depth, Icon } = option;
  return (
    <label
      className={cx(
        'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover has-disabled:cursor-not-allowed has-disabled:opacity-50 has-checked:bg-accent-soft touch:min-h-10',
        indents[depth],
      )}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
        className="size-4 accent-accent"
      />
      <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 break-words">{label}</span>
      {isCurrent && <span className="text-xs text-ink-muted">{t('folders.here')}</span>}
    </label>
  );
}
