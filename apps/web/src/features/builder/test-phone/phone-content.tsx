import { IconButton, SegmentedControl, Skeleton } from '@instaflow/ui';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { LoadError } from '../../../shared/components/load-error';
import { useFlow } from '../api/use-flow';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { isHeldBefore } from './breakpoints/is-held-before';
import { ChatScreen } from './chat/chat-screen';
import { SetupForm } from './setup/setup-form';
import { usePhone, usePhoneStore } from './state/use-phone';
import type { PhoneSide, PhoneTab } from './state/phone-store';
import { TestsView } from './tests/tests-view';
import { TraceView } from './trace/trace-view';
import { useLitNode } from './use-lit-node';
import { useRoomBeside } from './use-room-beside';
import { buildWorld } from './world/build-world';
import { listLoadedFlows } from './world/list-loaded-flows';
import { recordTalk } from './world/record-talk';
import { PhoneWorldContext, readMove, type PhoneWorld } from './world/phone-world';
import { useSurroundings } from './world/use-surroundings';

/** The phone, its trace and its setup: side by side where there is room, else one at a time. */
export function PhoneContent({ onClose }: { onClose?: () => void }) {
  const t = useTexts();
  const { surroundings, error, retry, ...known } = useSurroundings();
  const world = usePlayable({ surroundings, ...known });
  useLitNode();
  if (error !== null) return <LoadError error={error} onRetry={retry} />;
  if (world === null) {
    return (
      <div role="status" className="flex w-88 max-w-full flex-col gap-3 p-4">
        <span className="sr-only">{t('phone.loading')}</span>
        <Skeleton className="h-10" />
        <Skeleton className="h-24 w-3/4" />
        <Skeleton className="h-10 w-1/2 self-end" />
      </div>
    );
  }
  return (
    <PhoneWorldContext.Provider value={world}>
      <Panes onClose={onClose} />
    </PhoneWorldContext.Provider>
  );
}

function usePlayable({
  surroundings,
  triggers,
  iceBreakers,
  menuItems,
}: Omit<ReturnType<typeof useSurroundings>, 'error' | 'retry'>): PhoneWorld | null {
  const { flowId, store } = useBuilderSession();
  const name = useFlow(flowId).data?.name ?? '';
  const phone = usePhoneStore();
  return useMemo(() => {
    if (surroundings === null) return null;
    return {
      username: surroundings.account.username,
      isGuest: false,
      triggers: triggers.filter((trigger) => trigger.flowId === flowId),
      iceBreakers,
      menuItems,
      flowName: (id) =>
        id === flowId ? name : (surroundings.flows.find((flow) => flow.flowId === id)?.name ?? null),
      recordTest: () => {
        const { definition } = store.getState();
        return recordTalk({ flow: { flowId, name, definition }, surroundings, phone: phone.getState() });
      },
      loadFlows: () => {
        const { definition } = store.getState();
        return listLoadedFlows({ flow: { flowId, name, definition }, surroundings });
      },
      play: (move) => {
        // Read at this moment: an edit counts from the next move on.
        const { definition } = store.getState();
        const { settings, play } = phone.getState();
        const flow = { flowId, name, definition };
        play(readMove(move), buildWorld({ flow, surroundings, settings }), isHeldBefore({ store, flowId }));
      },
    };
  }, [surroundings, triggers, iceBreakers, menuItems, flowId, name, store, phone]);
}

const tabs: readonly PhoneTab[] = ['phone', 'trace', 'tests', 'setup'];
const sides: readonly PhoneSide[] = ['trace', 'tests', 'setup'];

function Panes({ onClose }: { onClose: (() => void) | undefined }) {
  const hasRoom = useRoomBeside();
  const tab = usePhone((state) => state.tab);
  const side = usePhone((state) => state.side);
  const phone = usePhoneStore();
  if (!hasRoom) {
    return (
      <div className="flex min-h-0 w-full min-w-0 flex-1 flex-col md:w-88">
        <Bar value={tab} values={tabs} onChange={phone.getState().setTab} onClose={onClose} />
        {tab === 'phone' ? <ChatScreen className="flex-1" /> : <Side side={tab} />}
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <ChatScreen className="w-88 border-r border-line" />
      <div className="flex min-h-0 w-80 flex-col">
        <Bar value={side} values={sides} onChange={phone.getState().setSide} onClose={onClose} />
        <Side side={side} />
      </div>
    </div>
  );
}

function Side({ side }: { side: PhoneSide }) {
  switch (side) {
    case 'trace':
      return <TraceView />;
    case 'tests':
      return <TestsView />;
    case 'setup':
      return <SetupForm />;
  }
}

function Bar<Tab extends PhoneTab>({
  value,
  values,
  onChange,
  onClose,
}: {
  value: Tab;
  values: readonly Tab[];
  onChange: (tab: Tab) => void;
  onClose: (() => void) | undefined;
}) {
  const t = useTexts();
  return (
    <div className="flex items-center justify-between gap-2 border-b border-line px-3 py-1.5">
      <SegmentedControl
        label={t('phone.show')}
        value={value}
        options={values.map((tab) => ({ value: tab, label: t(`phone.tabs.${tab}`) }))}
        onChange={onChange}
      />
      {onClose && (
        <IconButton size="sm" label={t('phone.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
