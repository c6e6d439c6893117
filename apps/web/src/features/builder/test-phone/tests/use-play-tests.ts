import type { SavedFlowTest } from '@instaflow/contracts';
import { runFlowTest, type FlowTestResult } from '@instaflow/flow-engine';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { usePhone, usePhoneStore } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';

const none: Readonly<Record<string, FlowTestResult>> = {};

/** Plays saved conversations in this browser with the draft as it is now; results of an older draft do not count. */
export function usePlayTests() {
  const { store } = useBuilderSession();
  const phone = usePhoneStore();
  const { loadFlows } = usePhoneWorld();
  const played = usePhone((state) => state.played);
  const definition = useBuilder((state) => state.definition);
  const results = played.definition === definition ? played.results : none;
  const playTests = (tests: readonly SavedFlowTest[]) => {
    const flows = loadFlows();
    const fresh = tests.map(({ testId, flowId, test }): [string, FlowTestResult] => [
      testId,
      runFlowTest(flows, { ...test, flowId }),
    ]);
    phone.getState().setPlayed({
      definition: store.getState().definition,
      results: { ...results, ...Object.fromEntries(fresh) },
    });
  };
  return { results, playTests };
}
