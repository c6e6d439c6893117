import { Button, Sheet } from '@instaflow/ui';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import '../panel/panel-texts';
import './phone-texts';
import './test-phone.css';
import { PhoneContent } from './phone-content';

/** The flow tried out beside the canvas, with the engine of real conversations; on phones over everything. */
export function TestPhone() {
  const t = useTexts();
  const store = useBuilderStore();
  const isPhone = useIsPhone();
  const isOpen = useBuilder((state) => state.isTestPhoneOpen);
  const close = () => {
    store.getState().setTestPhone(false);
    document.querySelector<HTMLElement>('[data-test-phone-button]')?.focus();
  };
  if (isPhone) {
    return (
      <Sheet
        side="bottom"
        className="test-phone-sheet h-dvh max-h-dvh rounded-none"
        isOpen={isOpen}
        title={t('phone.title')}
        closeLabel={t('close')}
        onOpenChange={(next) => {
          if (!next) close();
        }}
      >
        <Content />
      </Sheet>
    );
  }
  if (!isOpen) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape puts the phone away from any field
    <aside
      aria-label={t('phone.title')}
      className="test-phone flex min-h-0 shrink-0 flex-col border-l border-line bg-surface"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <Content onClose={close} />
    </aside>
  );
}

/** What two versions have become of each other is no flow that anybody could talk to. */
function Content({ onClose }: { onClose?: () => void }) {
  const t = useTexts();
  const isComparing = useOverlay((state) => state.comparison !== null);
  if (!isComparing) return <PhoneContent onClose={onClose} />;
  return (
    <div className="flex w-88 max-w-full flex-col items-start gap-3 p-4">
      <p className="text-ink-muted">{t('phone.comparing')}</p>
      {onClose && <Button onClick={onClose}>{t('phone.close')}</Button>}
    </div>
  );
}
