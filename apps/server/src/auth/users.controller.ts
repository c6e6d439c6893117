import { Controller, Inject } from '@nestjs/common';
import { endpoints, type User } from '@instaflow/contracts';
import { userRepository, type UserEntity } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call, Caller } from '../http/call';
import { found } from '../http/found';
import { Route } from '../http/route';

@Controller()
export class UsersController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getMe)
  async getMe({ caller }: Call<typeof endpoints.getMe>): Promise<User> {
    const user = await userRepository.findById(this.deps.engineSource.manager, caller.userId);
    return toUser(found(user), caller);
  }

  @Route(endpoints.updateMe)
  async updateMe({ caller, body }: Call<typeof endpoints.updateMe>): Promise<User> {
    const user = await userRepository.update(this.deps.engineSource.manager, caller.userId, body);
    return toUser(found(user), caller);
  }
}

function toUser(user: UserEntity, { memberships }: Caller): User {
  const entries = [...memberships];
  const own = entries.find(([, role]) => role === 'owner') ?? entries[0];
  return {
    userId: user.id,
    email: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    roles: [user.platformRole],
    subscriptionPlanId: user.subscriptionPlanId,
    defaultWorkspaceId: own?.[0] ?? null,
    createdAt: user.createdAt.toISOString(),
  };
}
