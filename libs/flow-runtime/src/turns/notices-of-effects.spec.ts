import type { Effect } from '@instaflow/flow-engine';
import { loadedTurn } from '../spec-support/loaded-turn';
import { noticesOfEffects } from './notices-of-effects';

const origin = { key: 'k', runId: 'r', flowId: 'f', flowVersionId: 'v', nodeId: 'n' };
const told = (effect: Effect, hasMail = true) =>
  noticesOfEffects(loadedTurn(), [effect], { hasMail, now: 7_200_000 });
const toTeam = (...channels: ('in_app' | 'email')[]): Effect => ({
  kind: 'notify_team',
  ...origin,
  message: 'Call',
  channels,
});

describe('noticesOfEffects', () => {
  it('tells the team on the ways a step asks for', () => {
    expect(told(toTeam('in_app'))).toMatchObject([
      { key: 'k', contactId: 'c1', kind: 'team_message', audience: 'team', isInApp: true, isMail: false },
    ]);
    expect(told(toTeam('email'))).toMatchObject([{ isInApp: false, isMail: true }]);
    expect(told(toTeam('in_app', 'email'))).toMatchObject([{ isInApp: true, isMail: true }]);
  });

  it('shows in the app what no mail can be sent for', () => {
    expect(told(toTeam('email'), false)).toMatchObject([{ isInApp: true, isMail: false }]);
  });

  it('tells of a conversation that waits for a person', () => {
    const effect: Effect = { kind: 'request_human', ...origin, messageToAgent: null };
    expect(told(effect)).toMatchObject([{ kind: 'human_takeover', audience: 'team', isMail: false }]);
  });

  it('tells owners of a broken trigger once an hour, and leaves failed runs to the database', () => {
    const failure: Effect = { kind: 'notify_owner', ...origin, reason: 'template_error', message: 'Broken' };
    expect(told(failure)).toEqual([]);
    expect(told({ ...failure, nodeId: null })).toMatchObject([
      { key: 'trigger_failed/f/2', kind: 'run_failed', audience: 'owners', message: 'Broken' },
    ]);
  });

  it('says nothing of other effects', () => {
    expect(told({ kind: 'goal_reached', ...origin, goal: 'g', value: null })).toEqual([]);
  });
});
