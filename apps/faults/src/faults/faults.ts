import type { Fault } from './fault';
import { graphFaults } from './graph-faults';
import { processFaults } from './process-faults';
import { webhookFaults } from './webhook-faults';

const single: readonly Fault[] = [...graphFaults, ...webhookFaults, ...processFaults];

/** All of them at the same time; the limit of the whole app would only make everything wait. */
const everythingAtOnce: Fault = {
  name: 'everything-at-once',
  scope: 'installation',
  strike: async (context) => {
    const chosen = single.filter(({ name }) => name !== 'graph-app-limit');
    await Promise.all(
      chosen.map((fault) => fault.strike({ ...context, random: context.random.fork(fault.name) })),
    );
  },
};

/** Every fault by its name, in the order of the table. */
export const faults: readonly Fault[] = [...single, everythingAtOnce];
