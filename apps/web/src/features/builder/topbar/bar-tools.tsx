import type { Flow } from '@instaflow/contracts';
import { IconButton } from '@instaflow/ui';
import { ChartNoAxesColumn, Smartphone, WandSparkles } from 'lucide-react';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import { CommentsButton } from '../comments/comments-button';
import { toggleOverlay } from '../overlay/overlay-store';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import { useTidy } from '../use-tidy';
import { HistoryButtons } from './history-buttons';
import { IssuesButton } from './issues-button';
import { MoreMenu } from './more-menu';

/** What the bar offers beside the name, the state and the view; the first picture of a flow can do without. */
export function BarTools({ flow }: { flow: Flow }) {
  const isPhone = useIsPhone();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const testPhoneUrl = useTestPhoneUrl();
  return (
    <>
      <OverlayButton />
      {!isReadOnly && <HistoryButtons />}
      {!isReadOnly && !isPhone && <TidyButton />}
      <TestPhoneButton />
      <CommentsButton />
      <IssuesButton />
      <MoreMenu flow={flow} testPhoneUrl={testPhoneUrl} />
    </>
  );
}

function TestPhoneButton() {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder((state) => state.isTestPhoneOpen);
  return (
    <IconButton
      size="sm"
      label={t('bar.testPhone')}
      aria-pressed={isOpen}
      data-test-phone-button
      onClick={() => {
        store.getState().setTestPhone(!isOpen);
      }}
    >
      <Smartphone aria-hidden="true" />
    </IconButton>
  );
}

function OverlayButton() {
  const t = useTexts();
  const { overlay } = useBuilderSession();
  const isOn = useOverlay((state) => state.isOn);
  return (
    <IconButton
      size="sm"
      label={t('bar.overlay')}
      aria-pressed={isOn}
      className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
      onClick={() => {
        toggleOverlay(overlay);
      }}
    >
      <ChartNoAxesColumn aria-hidden="true" />
    </IconButton>
  );
}

function TidyButton() {
  const t = useTexts();
  const tidy = useTidy();
  return (
    <IconButton
      size="sm"
      label={t('bar.tidy')}
      onClick={() => {
        void tidy();
      }}
    >
      <WandSparkles aria-hidden="true" />
    </IconButton>
  );
}
