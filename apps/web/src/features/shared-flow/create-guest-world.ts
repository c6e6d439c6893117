import { createTestWorld, type TalkWorld } from '@instaflow/flow-engine';
import { flowTestSchema, type LoadedFlow } from '@instaflow/flow-model';

const mostLetters = 60;

/** The world a guest talks in: the shared flows and an account of their name, which nothing but the start sets off. */
export function createGuestWorld(flows: readonly [LoadedFlow, ...LoadedFlow[]], seed: string): TalkWorld {
  const [tested] = flows;
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const test = flowTestSchema.parse({
    name: 'guest',
    seed,
    account: { username: tested.name.slice(0, mostLetters), timezone },
    steps: [{ move: { kind: 'start' } }],
  });
  return createTestWorld(flows, tested, test);
}
