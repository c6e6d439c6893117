import type { SavedFlowTest } from '@instaflow/contracts';
import { recordFlowTest } from '@instaflow/flow-engine';
import { DropdownMenu, IconButton, MenuItem, MenuSeparator, toast } from '@instaflow/ui';
import { Download, Ellipsis, PenLine, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useBuilder } from '../../state/builder-context';
import { usePhoneWorld } from '../world/phone-world';
import { downloadTest } from './download-test';
import { refreshExpectations } from './refresh-expectations';
import { RenameTest } from './rename-test';
import { useTestTexts } from './test-texts';
import type { useFlowTests } from './use-flow-tests';

export type TestMenuProps = { saved: SavedFlowTest; flowTests: ReturnType<typeof useFlowTests> };

/** What is done with a saved conversation besides playing it. */
export function TestMenu({ saved, flowTests }: TestMenuProps) {
  const t = useTestTexts();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const [isRenaming, setRenaming] = useState(false);
  const { refresh, remove } = useTestActions({ saved, flowTests });
  const { name } = saved.test;
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton size="sm" label={t('actions', { name })} hasTooltip={false}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {!isReadOnly && (
          <>
            <MenuItem onSelect={refresh}>
              <RefreshCw aria-hidden="true" />
              {t('update')}
            </MenuItem>
            <MenuItem
              onSelect={() => {
                setRenaming(true);
              }}
            >
              <PenLine aria-hidden="true" />
              {t('rename')}
            </MenuItem>
          </>
        )}
        <MenuItem
          onSelect={() => {
            downloadTest(saved.test);
          }}
        >
          <Download aria-hidden="true" />
          {t('download')}
        </MenuItem>
        {!isReadOnly && (
          <>
            <MenuSeparator />
            <MenuItem isDangerous onSelect={remove}>
              <Trash2 aria-hidden="true" />
              {t('delete')}
            </MenuItem>
          </>
        )}
      </DropdownMenu>
      <RenameTest
        saved={saved}
        update={flowTests.update}
        isOpen={isRenaming}
        onClose={() => {
          setRenaming(false);
        }}
      />
    </>
  );
}

function useTestActions({ saved: { testId, flowId, test }, flowTests }: TestMenuProps) {
  const t = useTestTexts();
  const errorText = useErrorText();
  const { loadFlows } = usePhoneWorld();
  const { name } = test;
  const onError = (error: unknown) => {
    toast.error(t('changeFailed', { reason: errorText(error) }));
  };
  const refresh = () => {
    const recorded = recordFlowTest(loadFlows(), { ...test, flowId });
    flowTests.update.mutate(
      { testId, test: refreshExpectations(test, recorded) },
      {
        onSuccess: () => {
          toast.success(t('updated', { name }));
        },
        onError,
      },
    );
  };
  const remove = () => {
    // Told by `then`, because the row whose callbacks would be called is gone by then.
    flowTests.remove.mutateAsync(testId).then(() => {
      const undo = {
        label: t('undo'),
        onClick: () => void flowTests.create.mutateAsync(test).catch(onError),
      };
      toast(t('deleted', { name }), { action: undo });
    }, onError);
  };
  return { refresh, remove };
}
