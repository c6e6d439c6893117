import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { mentionAccount, mentionSchema } from '../comments/mention-account';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { emitPersonEvent } from '../threads/emit-person-event';
import { isChange } from '../webhooks/webhook-event';
import { webhookFields } from '../webhooks/webhook-config';
import { accountParams } from './params';

const eventSchema = z.strictObject({
  field: z.enum(webhookFields),
  igsid: z.string().optional(),
  /** Beside sender, recipient and timestamp; or the whole `value` of a change. */
  payload: z.record(z.string(), z.unknown()),
});

const selfMessageSchema = z.strictObject({ text: z.string().min(1) });

/** What no gesture on the phone brings about: opt-ins, handovers, insights, and whatever Meta comes up with. */
export function registerEventControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, clock, ids, webhooks } = simulation;
  const accountOf = (params: unknown) => getAccount(world, accountParams.parse(params).accountId);

  app.post('/accounts/:accountId/events', (request, reply) => {
    const { userId: accountId } = accountOf(request.params);
    const { field, igsid, payload } = eventSchema.parse(request.body);
    const event = { accountId, igsid: igsid ?? accountId, field, kind: field, at: clock.now() };
    if (isChange({ ...event, payload, isStandby: false }))
      webhooks.emit({ ...event, payload, isStandby: false });
    else {
      if (igsid) getPerson(world, accountId, igsid);
      emitPersonEvent(simulation, { ...event, body: payload });
    }
    return reply.code(201).send({ done: true });
  });

  app.post('/accounts/:accountId/mentions', (request, reply) => {
    const { userId } = accountOf(request.params);
    return reply.code(201).send(mentionAccount(simulation, userId, mentionSchema.parse(request.body)));
  });

  /** The owner writes to the own account, which Instagram tells as an echo to oneself. */
  app.post('/accounts/:accountId/self-message', (request, reply) => {
    const account = accountOf(request.params);
    const { text } = selfMessageSchema.parse(request.body);
    const [mid, at] = [ids.message(), clock.now()];
    webhooks.emit({
      accountId: account.userId,
      igsid: account.id,
      field: 'messages',
      kind: 'self',
      at,
      isStandby: false,
      payload: {
        sender: { id: account.userId },
        recipient: { id: account.id },
        timestamp: at,
        message: { mid, text, is_self: true, is_echo: true },
      },
    });
    return reply.code(201).send({ mid });
  });
}
