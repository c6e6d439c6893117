import type { LoadedFlow } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRandomId } from '../../shared/api/create-random-id';
import { BuilderContext } from '../builder/state/builder-context';
import { ChatScreen } from '../builder/test-phone/chat/chat-screen';
import { usePhoneStore } from '../builder/test-phone/state/use-phone';
import {
  PhoneWorldContext,
  readMove,
  usePhoneWorld,
  type PhoneWorld,
} from '../builder/test-phone/world/phone-world';
import { createGuestWorld } from './create-guest-world';
import { createSharedSession } from './create-shared-session';
import { sharedFlowId } from './read-shared-flow';

type Flows = readonly [LoadedFlow, ...LoadedFlow[]];

/** The test phone with a shared flow on it. */
export function GuestPhone({ flows }: { flows: Flows }) {
  const [session] = useState(() => createSharedSession(sharedFlowId, flows[0].definition));
  return (
    <BuilderContext.Provider value={session}>
      <Phone flows={flows} />
    </BuilderContext.Provider>
  );
}

function Phone({ flows }: { flows: Flows }) {
  const phone = usePhoneStore();
  const world = useMemo((): PhoneWorld => {
    const talkWorld = createGuestWorld(flows, createRandomId());
    return {
      play: (move) => {
        phone.getState().play(readMove(move), talkWorld);
      },
      username: flows[0].name,
      isGuest: true,
      triggers: [],
      iceBreakers: [],
      menuItems: [],
      recordTest: () => null,
      loadFlows: () => [...flows],
      flowName: (flowId) => flows.find(({ id }) => id === flowId)?.name ?? null,
    };
  }, [flows, phone]);
  return (
    <PhoneWorldContext.Provider value={world}>
      <ChatScreen className="flex-1" empty={<Beginning />} />
    </PhoneWorldContext.Provider>
  );
}

function Beginning() {
  const { t } = useTranslation('sharedFlow');
  const { play } = usePhoneWorld();
  return (
    <div className="grid min-h-0 flex-1 place-items-center p-6">
      <Button
        variant="primary"
        size="lg"
        onClick={() => {
          play({ kind: 'start' });
        }}
      >
        {t('begin')}
      </Button>
    </div>
  );
}
