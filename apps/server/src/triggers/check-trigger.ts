import type { TriggerType } from '@instaflow/contracts';
import type { TriggerFields } from '@instaflow/db';
import { isValidPattern, splitKeywords } from '@instaflow/flow-engine';
import { unprocessable } from '@instaflow/platform';

/** Refuses with 422 `invalid_trigger` what could never fire, and patterns that cannot be read. */
export function checkTrigger(type: TriggerType, fields: Pick<TriggerFields, 'keyword' | 'match'>): void {
  const keyword = fields.keyword ?? '';
  if (type === 'dm_keyword' && splitKeywords(keyword, fields.match).length === 0) {
    throw invalid('keyword', 'Give at least one keyword; separate several with commas.');
  }
  if (fields.match === 'regex' && keyword.trim() !== '' && !isValidPattern(keyword)) {
    throw invalid('keyword', 'This regular expression cannot be read.');
  }
}

function invalid(path: string, message: string) {
  return unprocessable('invalid_trigger', message, [{ path, message }]);
}
