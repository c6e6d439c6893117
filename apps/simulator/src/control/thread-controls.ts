import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import type { Simulation } from '../simulation';
import {
  editMessage,
  followLink,
  reactToMessage,
  readThread,
  unsendMessage,
} from '../threads/person-gestures';
import { personMessageSchema, receiveMessage } from '../threads/receive-message';
import { tap, tapSchema } from '../threads/tap';
import { writeInApp } from '../threads/write-in-app';
import { accountParams, readTarget } from './params';
import { showThread } from './show-thread';

const readSchema = z.strictObject({ mid: z.string().optional() });
const reactSchema = z.strictObject({ mid: z.string(), emoji: z.string().min(1).nullable().default('❤️') });
const unsendSchema = z.strictObject({ mid: z.string() });
const editSchema = z.strictObject({ mid: z.string(), text: z.string() });
const linkSchema = z.strictObject({ ref: z.string() });
const appMessageSchema = z.strictObject({ igsid: z.string(), text: z.string().min(1) });
const bulkSchema = z.strictObject({
  messages: z
    .array(personMessageSchema.extend({ igsid: z.string() }))
    .min(1)
    .max(10_000),
});

const personPath = '/accounts/:accountId/persons/:igsid';

export function registerThreadControls(app: FastifyInstance, simulation: Simulation): void {
  const { world } = simulation;
  registerGestureControls(app, simulation);

  app.post(`${personPath}/message`, (request, reply) => {
    const target = readTarget(world, request.params);
    return reply.code(201).send(receiveMessage(simulation, target, personMessageSchema.parse(request.body)));
  });

  app.post('/accounts/:accountId/messages', (request, reply) => {
    const { userId: accountId } = getAccount(world, accountParams.parse(request.params).accountId);
    const { messages } = bulkSchema.parse(request.body);
    const mids = messages.map(
      ({ igsid, ...input }) => receiveMessage(simulation, { accountId, igsid }, input).mid,
    );
    return reply.code(201).send({ mids });
  });

  app.post(`${personPath}/tap`, (request) =>
    tap(simulation, readTarget(world, request.params), tapSchema.parse(request.body)),
  );

  app.post('/accounts/:accountId/app-message', (request, reply) => {
    const { igsid, text } = appMessageSchema.parse(request.body);
    const { userId } = getAccount(world, accountParams.parse(request.params).accountId);
    return reply.code(201).send(writeInApp(simulation, { accountId: userId, igsid }, text));
  });

  app.get('/accounts/:accountId/threads/:igsid', (request) =>
    showThread(simulation, readTarget(world, request.params)),
  );
}

function registerGestureControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, changes } = simulation;

  app.post(`${personPath}/read`, (request) =>
    readThread(simulation, readTarget(world, request.params), readSchema.parse(request.body ?? {}).mid),
  );

  app.post(`${personPath}/react`, (request) => {
    reactToMessage(simulation, readTarget(world, request.params), reactSchema.parse(request.body));
    return { done: true };
  });

  app.post(`${personPath}/unsend`, (request) => {
    unsendMessage(simulation, readTarget(world, request.params), unsendSchema.parse(request.body).mid);
    return { done: true };
  });

  app.post(`${personPath}/edit`, (request) => {
    editMessage(simulation, readTarget(world, request.params), editSchema.parse(request.body));
    return { done: true };
  });

  app.post(`${personPath}/link`, (request) => {
    const target = readTarget(world, request.params);
    return { done: true, ...followLink(simulation, target, linkSchema.parse(request.body).ref) };
  });

  app.post(`${personPath}/accept`, (request) => {
    const target = readTarget(world, request.params);
    const thread = world.threads.get(target.igsid);
    if (thread) thread.folder = 'inbox';
    changes.publish({ kind: 'thread', ...target });
    return { done: true };
  });
}
