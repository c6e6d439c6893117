import type { Account } from '../accounts/account';
import type { Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import { aimCall } from './aim-call';
import { authenticate } from './authenticate';
import { dispatch } from './dispatch';
import type { GraphAnswer, Params } from './graph-call';
import { GraphError } from './graph-error';
import { tokenCalls } from './token-calls';
import type { MediaTroubles } from './send/fetch-media';
import { throwOverLimit, type Usage } from './usage-headers';

export type RawGraphCall = {
  method: string;
  path: string;
  parts: string[];
  params: Params;
  tokenValue: string | undefined;
};

/** Who calls; `error` says why nobody is known. */
export type Identity = { account: Account | null; token: Token | null; error: GraphError | null };

/** What a call did: at most one of both is set, none when it was not carried out. */
export type Performed = { answer: GraphAnswer | null; error: GraphError | null };

export function identify(simulation: Simulation, raw: RawGraphCall): Identity {
  try {
    return { ...authenticate(simulation, raw.tokenValue), error: null };
  } catch (error) {
    if (error instanceof GraphError) return { account: null, token: null, error };
    throw error;
  }
}

/** Carries a call out. Refusals are results, not exceptions. */
export function performGraphCall(
  simulation: Simulation,
  raw: RawGraphCall,
  context: { identity: Identity; refusal: Usage['refusal']; mediaTroubles: MediaTroubles },
): Performed {
  const { account, token, error } = context.identity;
  const tokenCall = tokenCalls[`${raw.method} ${raw.parts.join('/')}`];
  try {
    if (tokenCall) return { answer: tokenCall(simulation, raw.params, raw.tokenValue), error: null };
    if (!account || !token) return { answer: null, error };
    throwOverLimit(simulation, context.refusal);
    const { mediaTroubles } = context;
    const call = aimCall(simulation.world, raw, { token, account, mediaTroubles });
    return { answer: dispatch(simulation, call), error: null };
  } catch (thrown) {
    if (thrown instanceof GraphError) return { answer: null, error: thrown };
    throw thrown;
  }
}
