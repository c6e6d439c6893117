import { z } from 'zod';
import { triggerEndpoints, type BodyOf } from '@instaflow/contracts';
import type { BundleTrigger } from '@instaflow/flow-model';
import { unprocessable } from '@instaflow/platform';
import { checkTrigger } from '../../triggers/check-trigger';

type TriggerBody = BodyOf<typeof triggerEndpoints.createTrigger>;

/** Words that keep a trigger from firing, also as one text with commas, as the engine has them. */
const excludedWords = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(',').map((word) => word.trim())),
]);
/** Beside the fields of a trigger a file may hold others. */
const known = new Set(Object.keys(triggerEndpoints.createTrigger.body?.shape ?? {}));

/** The triggers of a flow in a file as they are created. 422 `invalid_trigger` when one of them could not be. */
export function readTriggers(triggers: readonly BundleTrigger[]): TriggerBody[] {
  return triggers.map((trigger, index) => {
    const words = excludedWords.safeParse(trigger['excludeKeywords']);
    const fields = Object.entries(trigger).filter(([name, value]) => known.has(name) && value !== undefined);
    const parsed = triggerEndpoints.createTrigger.body?.safeParse({
      ...Object.fromEntries(fields),
      excludeKeywords: words.success ? words.data.filter((word) => word !== '') : [],
    });
    if (parsed?.success !== true) throw invalidTrigger(index, parsed?.error?.issues[0]);
    checkTrigger(parsed.data.type, { ...parsed.data, keyword: parsed.data.keyword ?? null });
    return parsed.data;
  });
}

function invalidTrigger(index: number, issue: z.core.$ZodIssue | undefined) {
  const path = ['triggers', index, ...(issue?.path ?? [])].map(String).join('.');
  const message = `A trigger of this file cannot be created: ${issue?.message ?? 'it is not understood'}.`;
  return unprocessable('invalid_trigger', message, [{ path, message }]);
}
