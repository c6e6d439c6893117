import { renderTemplate, renderUrlTemplate, type JsonValue } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import type { StepResult } from '../run/step';

type Surroundings = { scope: Record<string, JsonValue>; account: AccountSnapshot; now: number };

/** Thrown only inside `withFilledTemplates`, which turns it into a failed step. */
class TemplateFailure extends Error {}

/** Fills a template of the flow's owner in. */
export type Fill = (source: string | null | undefined) => string;

/** Runs a step that fills templates in (texts, and addresses of calls); a broken one fails it with `template_error`. */
export function withFilledTemplates(
  { scope, account, now }: Surroundings,
  step: (fill: Fill, fillUrl: Fill) => StepResult,
): StepResult {
  const { timezone } = account.settings;
  const fillWith =
    (render: typeof renderTemplate): Fill =>
    (source) => {
      const rendered = render({ source: source ?? '', scope, nowMs: now, timezone });
      if (!rendered.ok) throw new TemplateFailure(rendered.message);
      return rendered.text;
    };
  try {
    return step(fillWith(renderTemplate), fillWith(renderUrlTemplate));
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    return { outcome: 'failed', reason: 'template_error', detail: { error: error.message } };
  }
}
