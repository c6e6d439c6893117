import { queryClient } from '../shared/api/query-client';
import { accountsQuery } from '../shared/account/use-accounts';
import { workspacesQuery } from '../shared/account/use-access';
import { askForFlow } from '../shared/flow/early-flow';
import { restoreSession } from '../shared/session/restore-session';
import { useSession } from '../shared/session/session-store';

// Everything below waits for the session: it is asked for before the router begins.
restoreSession().catch(() => undefined);

type FlowParams = { flowId?: string };

/**
 * What routes ask the server for while the code of their page is on its way: one wait instead of three. They hold
 * nothing up and report nothing; the page asks for the same and shows what became of it.
 */
export const askEarly = {
  /** What the frame around every page of a signed-in person needs. */
  frame: {
    loader: () => {
      const ask = restoreSession().then(() => {
        if (useSession.getState().status !== 'signedIn') return;
        void queryClient.prefetchQuery(accountsQuery);
        void queryClient.prefetchQuery(workspacesQuery);
      });
      ask.catch(() => undefined);
      return null;
    },
    shouldRevalidate: () => false,
  },
  flow: {
    loader: ({ params: { flowId } }: { params: FlowParams }) => {
      if (flowId !== undefined) askForFlow(flowId);
      return null;
    },
    // Anything else that changes in the address leaves the builder where it is.
    shouldRevalidate: ({ currentParams, nextParams }: Record<'currentParams' | 'nextParams', FlowParams>) =>
      currentParams.flowId !== nextParams.flowId,
  },
};
