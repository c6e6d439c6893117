import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { Route } from '../http/route';
import { demoEmail } from '../demo/demo-login';
import { version } from './version';

@Controller()
export class SystemController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getSystemInfo)
  getInfo(_call: Call<typeof endpoints.getSystemInfo>): Promise<ResponseOf<typeof endpoints.getSystemInfo>> {
    return Promise.resolve({
      version,
      simulatorUrl: this.deps.simulatorUrl,
      demoEmail: this.deps.config.seedDemo ? demoEmail : null,
    });
  }
}
