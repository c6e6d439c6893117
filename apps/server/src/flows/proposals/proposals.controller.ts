import { Controller, Inject } from '@nestjs/common';
import { endpoints, type FlowProposal } from '@instaflow/contracts';
import { flowRepository } from '@instaflow/db';
import { AppError, conflict } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { Throttle } from '../../http/throttle';
import { untilHungUp } from '../../http/until-hung-up';
import { modelFailureCode } from '../../language-model/model-failure';
import { parseDocument } from '../drafts/flow-document';
import { proposeSteps } from './propose-steps';

const timeoutMs = 60_000;

/** Steps drafted from words. */
@Controller()
export class ProposalsController {
  /** By user: whoever runs this pays for every draft. */
  readonly #throttle: Throttle;

  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {
    this.#throttle = new Throttle(deps.engineSource, { name: 'proposal', points: 30, seconds: 60 * 60 });
  }

  @Route(endpoints.proposeSteps)
  async propose(call: Call<typeof endpoints.proposeSteps>): Promise<FlowProposal> {
    const { languageModel, log } = this.deps;
    if (languageModel === null) throw notConfigured();
    const flow = await inScope(this.deps, call, async (tx) =>
      found(await flowRepository.find(tx, keyOf(call))),
    );
    await this.#throttle.count(call.caller.userId);
    const hungUp = untilHungUp(call.reply);
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const proposal = await proposeSteps(languageModel, {
        ...call.body,
        definition: parseDocument(flow.flowDefinition),
        signal: AbortSignal.any([hungUp, late]),
      });
      log.info(
        { flowId: flow.id, steps: proposal.nodes.length, usage: proposal.usage },
        'Steps were drafted.',
      );
      return proposal;
    } catch (error) {
      if (hungUp.aborted) throw calledOff();
      if (late.aborted) throw tookTooLong(error);
      throw error;
    }
  }
}

const notConfigured = () =>
  conflict({
    code: 'ai_not_configured',
    message:
      'This installation is not connected to a language model: set OPENAI_API_KEY (and OPENAI_BASE_URL and OPENAI_MODEL for another one than OpenAI’s), then start it again.',
  });

/** For the log: nobody is there to read it, and nothing is wrong with the model. */
const calledOff = () =>
  new AppError({ code: 'called_off', kind: 'user', status: 499, message: 'Whoever asked has gone.' });

const tookTooLong = (cause: unknown) =>
  new AppError({
    code: modelFailureCode,
    kind: 'operational',
    status: 504,
    message: `The language model took longer than ${timeoutMs / 1_000} seconds. Try again, or describe a smaller part.`,
    cause,
  });
