import type { CardFact } from '../card/list-card-facts';
import { formatDuration } from '../card/split-duration';
import type { BuilderTexts } from './use-texts';

/** A line of a card as text. */
export function formatFact(t: BuilderTexts, { key, values = {} }: CardFact, language: string): string {
  const seconds = values['seconds'];
  const duration = typeof seconds === 'number' ? formatDuration(seconds, language) : '';
  return t(`facts.${key}`, { ...values, duration });
}
