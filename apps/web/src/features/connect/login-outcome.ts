import type { LoginProblem } from '@instaflow/contracts';
import english from './locales/en.json';

export type ShownOutcome = {
  /** Id of the account that was connected. */
  connected: string | null;
  /** Names the accounts one has to choose from. */
  choose: string | null;
  problem: LoginProblem | null;
  /** Names of permissions that were not granted. */
  missing: string[];
};

const isProblem = (text: string): text is LoginProblem => Object.hasOwn(english.problem, text);

/** What a login left in the address of the accounts page; null when nobody comes from one. */
export function readLoginOutcome(search: URLSearchParams): ShownOutcome | null {
  const connected = search.get('connected') || null;
  const choose = search.get('choose') || null;
  const problem = search.get('problem');
  if (connected === null && choose === null && !problem) return null;
  const missing = (search.get('missing') ?? '').split(',').filter((name) => name !== '');
  // A problem of a newer server still has to be told as one.
  if (problem) {
    const known = isProblem(problem) ? problem : 'login_failed';
    return { connected: null, choose: null, problem: known, missing };
  }
  return { connected, choose, problem: null, missing };
}

type Action = 'retry' | 'facebook' | 'instagram' | 'token' | 'setup';

/** What is offered beside the words. */
export const problemActions: Record<LoginProblem, readonly Action[]> = {
  denied: ['retry'],
  state_unknown: ['retry'],
  other_browser: ['retry', 'token'],
  session_ended: ['retry'],
  not_allowed: [],
  login_failed: ['retry', 'token'],
  login_code_invalid: ['retry'],
  app_misconfigured: ['setup', 'token'],
  missing_permissions: ['retry'],
  account_already_connected: ['retry'],
  instagram_unavailable: ['retry'],
  no_pages: ['facebook', 'instagram'],
};
