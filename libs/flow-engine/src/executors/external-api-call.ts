import { jsonValueSchema, type JsonValue, type NodeOf } from '@instaflow/flow-model';
import { z } from 'zod';
import { buildRequest } from '../calls/build-request';
import type { EffectResult } from '../run-input';
import { pickSpecific } from '../rules/pick-connection';
import type { EffectDraft, StepContext, StepResult } from '../run/step';
import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';
import { saveValue } from './save-value';

type CallContext = Omit<StepContext, 'node'> & { node: NodeOf<'external_api_call'> };

export const executeExternalApiCall = forKind('external_api_call', (context) => {
  const { input } = context;
  if (input.kind === 'enter') return ask(context);
  // Nothing the person says, and no timer, ends the wait for the answer.
  if (input.kind !== 'effect_result') return { outcome: 'waiting', waitingFor: { kind: 'answer' } };
  return takeAnswer(context, input.result);
});

function ask(context: CallContext): StepResult {
  return withFilledTemplates(context, (fill, fillUrl) => {
    const { node } = context;
    const built = buildRequest(node, { fill, fillUrl });
    if (!built.ok) return failCall(context, { cause: built.cause });
    const { request } = built;
    const save = (node.saveResponse ?? []).map(({ path, attribute }) => ({ path, attribute }));
    return {
      outcome: 'waiting',
      waitingFor: { kind: 'answer' },
      effects: [{ kind: 'http_request', request, save }],
      detail: { method: request.method, host: hostOf(request.url) },
    };
  });
}

const answerSchema = z.object({
  status: z.number(),
  saved: z.array(z.object({ attribute: z.string(), value: jsonValueSchema })),
});
type Saved = z.infer<typeof answerSchema>['saved'];
const statusSchema = z.object({ status: z.number() });

function takeAnswer(context: CallContext, { outcome, reason, data }: EffectResult): StepResult {
  const answer = answerSchema.safeParse(data);
  if (outcome !== 'answered' || !answer.success) {
    const { status } = statusSchema.safeParse(data).data ?? {};
    return failCall(context, { cause: reason ?? outcome, ...(status === undefined ? {} : { status }) });
  }
  const { status, saved } = answer.data;
  const shown = Object.fromEntries(saved.map(({ attribute, value }) => [attribute, shorten(value)]));
  return {
    outcome: 'advanced',
    signal: { kind: 'next' },
    ...saveAll(context, saved),
    detail: { status, saved: shown },
  };
}

/** What the answer does not have is taken away, so that nothing outdated stays. */
function saveAll({ contact, run }: CallContext, values: Saved) {
  let kept = { contact, context: run.context };
  const effects: EffectDraft[] = [];
  for (const { attribute, value } of values) {
    const saved = saveValue(kept, attribute, value);
    kept = { contact: saved.contact ?? kept.contact, context: saved.context ?? kept.context };
    effects.push(...(saved.effects ?? []));
  }
  return { ...kept, effects };
}

function failCall({ node, scope }: CallContext, detail: { cause: string; status?: number }): StepResult {
  const signal = { kind: 'error' as const };
  return pickSpecific(node, signal, scope)
    ? { outcome: 'advanced', signal, reason: detail.cause, detail }
    : { outcome: 'failed', reason: 'external_call_failed', detail };
}

/** Only the host: addresses often carry keys. */
function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
}

const shownLength = 200;

function shorten(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > shownLength ? `${[...text].slice(0, shownLength).join('')}…` : value;
}
