import { findMediaFacts, type Tx } from '@instaflow/db';
import { describeRequirements, type FlowDefinition, type ValidationContext } from '@instaflow/flow-model';
import { mediaPath } from '../../media/media-links';
import type { FlowDeps } from '../flow-deps';

type FindMedia = NonNullable<ValidationContext['findMedia']>;

/** What is known of the files of this installation that a document shows. */
export async function loadMediaFacts(tx: Tx, deps: FlowDeps, definition: FlowDefinition): Promise<FindMedia> {
  const origin = new URL(deps.config.publicUrl).origin;
  const bundle = { flows: [{ id: '', name: '', description: '', definition, triggers: [], tests: [] }] };
  const ids = describeRequirements(bundle).media.flatMap(({ url }) => readMediaId(url, origin) ?? []);
  const facts = await findMediaFacts(tx, { ids: [...new Set(ids)], now: deps.clock.now() });
  return (url) => {
    const id = readMediaId(url, origin);
    return id === null ? undefined : (facts.get(id) ?? null);
  };
}

/** The file an address of this installation names; null for any other address. */
function readMediaId(url: string, origin: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin: ofUrl, pathname } = new URL(url);
  const [, id] = pathname.match(mediaAddress) ?? [];
  return ofUrl === origin && id !== undefined ? id.toLowerCase() : null;
}

const mediaAddress = new RegExp(`^${mediaPath}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/`, 'i');
