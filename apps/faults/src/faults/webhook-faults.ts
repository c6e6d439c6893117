import type { Fault, FaultContext } from './fault';

/** Delivers bodies of the past again, three at once, as often as there is time. */
async function repeatDeliveries({ installation, accounts, random, pause }: FaultContext): Promise<void> {
  const { ledger, simulator } = installation;
  const ids = accounts.map(({ userId }) => userId);
  while (await pause(random.between(100, 400))) {
    const bodies = ledger.deliveries
      .map(({ body }) => body)
      .filter((body) => ids.some((id) => body.includes(id)));
    const chosen = bodies[random.between(0, Math.max(0, bodies.length - 1))];
    if (chosen !== undefined) await Promise.all([1, 2, 3].map(() => simulator.deliverAgain(chosen)));
  }
}

/** Instagram tells twice, late, in another order, or much at once. */
export const webhookFaults: readonly Fault[] = [
  {
    name: 'webhooks-repeated',
    scope: 'account',
    strike: async (context) => {
      for (const { userId } of context.accounts) {
        await context.installation.simulator.addFault({
          kind: 'duplicate_webhook',
          probability: 0.6,
          match: { accountId: userId },
        });
      }
      await repeatDeliveries(context);
    },
  },
  {
    name: 'webhooks-disordered',
    scope: 'account',
    strike: async ({ installation, accounts }) => {
      for (const { userId } of accounts) {
        await installation.simulator.addFault({
          kind: 'reorder_webhook',
          probability: 0.4,
          match: { accountId: userId },
        });
      }
    },
  },
];
