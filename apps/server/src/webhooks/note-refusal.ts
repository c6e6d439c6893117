import { webhookRefusalRepository } from '@instaflow/db';
import type { Dependencies } from '../dependencies';

const everyMs = 60_000;

/** Keeps for the connection doctor that a wrongly signed webhook came: at most once a minute, whoever floods the door. */
export function createRefusalNote({
  engineSource,
  clock,
  log,
}: Pick<Dependencies, 'engineSource' | 'clock' | 'log'>): () => void {
  let notedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    if (now - notedAt < everyMs) return;
    notedAt = now;
    webhookRefusalRepository.record(engineSource, now).catch((err: unknown) => {
      log.warn({ err }, 'A refused webhook could not be noted.');
    });
  };
}
