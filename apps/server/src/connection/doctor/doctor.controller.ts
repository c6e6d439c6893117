import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type DoctorReport,
  type MissedEventsRecovery,
  type ResponseOf,
  type RoundTrip,
} from '@instaflow/contracts';
import {
  accountRepository,
  cancelMissedEvents,
  doctorReportRepository,
  findMissedEvents,
} from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { checkAccount } from './check-account';
import { fixConnection } from './fix-connection';
import { lookAtRoundTrip, startRoundTrip } from './round-trips';
import { toRecovery } from './to-recovery';

@Controller()
export class DoctorController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getDoctorReport)
  async get(call: Call<typeof endpoints.getDoctorReport>): Promise<DoctorReport> {
    const known = await inScope(this.deps, call, async (tx) => {
      found(await accountRepository.find(tx, keyOf(call)));
      return doctorReportRepository.find(tx, call.params.id);
    });
    return known ?? found(await checkAccount(this.deps, { key: keyOf(call), isRepairing: false }));
  }

  @Route(endpoints.runDoctor)
  async run(call: Call<typeof endpoints.runDoctor>): Promise<DoctorReport> {
    return found(await checkAccount(this.deps, { key: keyOf(call), isRepairing: false }));
  }

  @Route(endpoints.fixConnection)
  fix(call: Call<typeof endpoints.fixConnection>): Promise<ResponseOf<typeof endpoints.fixConnection>> {
    return fixConnection(this.deps, { key: keyOf(call), fixId: call.body.fixId, call });
  }

  @Route(endpoints.getRecovery)
  async getRecovery(call: Call<typeof endpoints.getRecovery>): Promise<MissedEventsRecovery> {
    const { id } = keyOf(call);
    return toRecovery(id, await findMissedEvents(this.deps.engineSource, id));
  }

  @Route(endpoints.cancelRecovery)
  async cancelRecovery(call: Call<typeof endpoints.cancelRecovery>): Promise<MissedEventsRecovery> {
    const { id } = keyOf(call);
    const { engineSource, clock } = this.deps;
    await cancelMissedEvents(engineSource, { accountId: id, now: clock.now() });
    return toRecovery(id, await findMissedEvents(engineSource, id));
  }

  @Route(endpoints.startRoundTrip)
  startRoundTrip(call: Call<typeof endpoints.startRoundTrip>): Promise<RoundTrip> {
    return inScope(this.deps, call, async (tx) => {
      found(await accountRepository.find(tx, keyOf(call)));
      return startRoundTrip(tx, { ...keyOf(call), now: this.deps.clock.now() });
    });
  }

  @Route(endpoints.getRoundTrip)
  getRoundTrip(call: Call<typeof endpoints.getRoundTrip>): Promise<RoundTrip> {
    const { id: accountId, roundTripId: id } = call.params;
    return inScope(this.deps, call, (tx) =>
      lookAtRoundTrip(tx, { id, accountId, now: this.deps.clock.now() }),
    );
  }
}
