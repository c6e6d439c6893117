import type { Flow } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem, MenuSeparator } from '@instaflow/ui';
import { Ellipsis, History, Keyboard, Power, Search, Share2, Smartphone, WandSparkles } from 'lucide-react';
import { CommentsMenuItem } from '../comments/comments-menu-item';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { BuilderDialog } from '../state/canvas-slice';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import { useTidy } from '../use-tidy';

/** What is needed less often; on phones also what does not fit into the bar. */
export function MoreMenu({ flow, testPhoneUrl }: { flow: Flow; testPhoneUrl: string | null }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isPhone = useIsPhone();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const tidy = useTidy();
  const show = (dialog: BuilderDialog) => () => {
    store.getState().setDialog(dialog);
  };
  return (
    <DropdownMenu
      trigger={
        <IconButton size="sm" label={t('bar.more')} hasTooltip={false}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onSelect={show('find')}>
        <Search aria-hidden="true" />
        {t('bar.find')}
      </MenuItem>
      {isPhone && <CommentsMenuItem />}
      <MenuItem onSelect={show('versions')}>
        <History aria-hidden="true" />
        {t('bar.versions')}
      </MenuItem>
      {!isReadOnly && (
        <MenuItem onSelect={show('share')}>
          <Share2 aria-hidden="true" />
          {t('bar.share')}
        </MenuItem>
      )}
      {isPhone && !isReadOnly && (
        <MenuItem onSelect={() => void tidy()}>
          <WandSparkles aria-hidden="true" />
          {t('bar.tidy')}
        </MenuItem>
      )}
      {testPhoneUrl && (
        <MenuItem asChild>
          <a href={testPhoneUrl} target="_blank" rel="noopener">
            <Smartphone aria-hidden="true" />
            {t('bar.simulator')}
          </a>
        </MenuItem>
      )}
      {!isPhone && (
        <MenuItem onSelect={show('shortcuts')}>
          <Keyboard aria-hidden="true" />
          {t('bar.shortcuts')}
        </MenuItem>
      )}
      {!isReadOnly && flow.status === 'active' && <TurnOff onSelect={show('deactivate')} />}
    </DropdownMenu>
  );
}

function TurnOff({ onSelect }: { onSelect: () => void }) {
  const t = useTexts();
  return (
    <>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={onSelect}>
        <Power aria-hidden="true" />
        {t('bar.deactivate')}
      </MenuItem>
    </>
  );
}
