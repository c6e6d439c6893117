import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { createPerson } from '../persons/create-person';
import { getPerson } from '../persons/get-person';
import { personProblems, type Person } from '../persons/person';
import type { Simulation } from '../simulation';
import { openThread } from '../threads/open-thread';
import { accountParams, readTarget } from './params';

const personFields = {
  username: z.string().min(1).max(30).optional(),
  name: z.string().max(100).optional(),
  follows: z.boolean().optional(),
  isVerified: z.boolean().optional(),
  followerCount: z.int().min(0).optional(),
};

const newPersonSchema = z.strictObject({
  ...personFields,
  igsid: z
    .string()
    .regex(/^\d{10,20}$/)
    .optional(),
});
const directPersonSchema = newPersonSchema.extend({ accountId: z.string() });
const bulkSchema = z.strictObject({
  count: z.int().min(1).max(100_000),
  prefix: z.string().default('guest_'),
});

const personChangeSchema = z.strictObject({
  ...personFields,
  isFollowedByBusiness: z.boolean().optional(),
  hasConsented: z.boolean().optional(),
  isUnavailable: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
  problem: z.enum(personProblems).nullable().optional(),
  /** `other` = another app holds the thread. */
  threadOwner: z.enum(['app', 'other']).optional(),
});

export function registerPersonControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, changes } = simulation;
  const accountIdOf = (params: unknown): string =>
    getAccount(world, accountParams.parse(params).accountId).userId;

  app.post('/persons', (request, reply) => {
    const { accountId, ...input } = directPersonSchema.parse(request.body);
    return reply.code(201).send(createPerson(simulation, getAccount(world, accountId).userId, input));
  });

  app.post('/accounts/:accountId/persons', (request, reply) =>
    reply
      .code(201)
      .send(createPerson(simulation, accountIdOf(request.params), newPersonSchema.parse(request.body ?? {}))),
  );

  app.post('/accounts/:accountId/persons/bulk', (request, reply) => {
    const accountId = accountIdOf(request.params);
    const { count, prefix } = bulkSchema.parse(request.body);
    const persons = Array.from({ length: count }, (_, index) =>
      createPerson(simulation, accountId, { username: `${prefix}${index}` }),
    );
    return reply.code(201).send({ persons: persons.map(({ igsid, username }) => ({ igsid, username })) });
  });

  app.get('/accounts/:accountId/persons', (request) => {
    const accountId = accountIdOf(request.params);
    return { persons: [...world.persons.values()].filter((person) => person.accountId === accountId) };
  });

  app.patch('/accounts/:accountId/persons/:igsid', (request) => {
    const target = readTarget(world, request.params);
    const person = getPerson(world, target.accountId, target.igsid);
    const { threadOwner, ...change } = personChangeSchema.parse(request.body);
    if (change.follows !== undefined) follow(simulation, person, change.follows);
    Object.assign(person, change);
    if (threadOwner) openThread(simulation, target).owner = threadOwner;
    changes.publish({ kind: 'person', ...target });
    return person;
  });
}

/** No webhook tells of it; only the profile and the account's count of followers change. */
function follow({ world, changes }: Simulation, person: Person, follows: boolean): void {
  const account = getAccount(world, person.accountId);
  if (person.follows === follows) return;
  account.followersCount = Math.max(0, account.followersCount + (follows ? 1 : -1));
  changes.publish({ kind: 'account', accountId: account.userId });
}
