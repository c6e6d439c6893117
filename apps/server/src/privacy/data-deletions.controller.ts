import { Controller, Inject } from '@nestjs/common';
import { endpoints, type DataDeletionStatus } from '@instaflow/contracts';
import { dataDeletionRepository } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { Route } from '../http/route';
import { describeDeletion } from './describe-deletion';

@Controller()
export class DataDeletionsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getDataDeletion)
  async get({ params }: Call<typeof endpoints.getDataDeletion>): Promise<DataDeletionStatus> {
    return describeDeletion(found(await dataDeletionRepository.find(this.deps.engineSource, params.code)));
  }
}
