import type { FaultInput } from '../clients/simulator';
import type { Fault } from './fault';

/** Instagram misbehaves towards one account. The simulator forgets these faults when the round is over. */
const graphFault = (name: string, inputs: readonly FaultInput[]): Fault => ({
  name,
  scope: 'account',
  strike: async ({ installation, accounts }) => {
    for (const { userId } of accounts) {
      for (const input of inputs) {
        await installation.simulator.addFault({ ...input, match: { ...input.match, accountId: userId } });
      }
    }
  },
});

const sending = { path: '/messages', method: 'POST' };
const everything = {};

export const graphFaults: readonly Fault[] = [
  graphFault('none', []),
  graphFault('graph-613', [{ kind: 'error', code: 613, match: sending, times: 3 }]),
  graphFault('graph-429', [
    { kind: 'error', code: 4, httpStatus: 429, match: { path: '/conversations' }, times: 2 },
    { kind: 'error', code: 32, httpStatus: 429, match: sending, times: 3 },
  ]),
  graphFault('graph-5xx', [{ kind: 'error', match: sending, probability: 0.25 }]),
  graphFault('graph-hang', [
    { kind: 'hang', match: sending, times: 1 },
    { kind: 'hang', applies: true, match: sending, times: 1 },
  ]),
  graphFault('graph-drop-before', [{ kind: 'drop_before', match: sending, probability: 0.2 }]),
  graphFault('graph-drop-after', [{ kind: 'drop_after', match: sending, probability: 0.3 }]),
  graphFault('graph-garbage', [
    { kind: 'garbage', match: everything, probability: 0.15 },
    { kind: 'garbage', applies: true, match: sending, probability: 0.15 },
  ]),
  graphFault('echo-lost', [
    { kind: 'lose_echo', match: everything, probability: 0.6 },
    { kind: 'drop_after', match: sending, probability: 0.2 },
  ]),
  graphFault('echo-early', [{ kind: 'echo_before_answer', match: everything, probability: 0.7 }]),
  graphFault('public-reply-lost', [
    { kind: 'drop_after', match: { path: '/replies', method: 'POST' }, times: 1 },
  ]),
];
