import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { errorCodes, type BodyOf, type ResponseOf, type endpoints } from '@instaflow/contracts';
import { flowRepository, type Tx } from '@instaflow/db';
import {
  describeRequirements,
  mapToNewIds,
  readFlowFile,
  remapBundle,
  type BundleMapping,
  type LoadedBundle,
} from '@instaflow/flow-model';
import { unprocessable } from '@instaflow/platform';
import type { FlowDeps } from '../flow-deps';
import { toFlow } from '../to-flow';
import { readTriggers } from './read-triggers';
import { storeFlows } from './store-flows';

type Imported = ResponseOf<typeof endpoints.importFlows>;
type Order = {
  place: { workspaceId: string; accountId: string };
  body: BodyOf<typeof endpoints.importFlows>;
  userId: string;
};

/**
 * Makes drafts of exported flows under new ids, with other names where the mapping says so. A dry run stores nothing.
 * 422 with what is wrong where when a document of the file cannot be read.
 */
export async function importFlows(tx: Tx, deps: FlowDeps, { place, body, userId }: Order): Promise<Imported> {
  const bundle = readBundle(body.bundle);
  const requirements = describeRequirements(bundle);
  requireModesty(bundle);
  bundle.flows.forEach(({ triggers }) => readTriggers(triggers));
  await requireFlows(tx, place, body.mapping.flows);
  if (body.dryRun) return { flows: [], requirements };
  const flows = { ...body.mapping.flows, ...mapToNewIds(bundle, newId) };
  const mapped = rename(bundle, { ...body.mapping, flows });
  const stored = await storeFlows(tx, deps, { bundle: mapped, place, areTriggersOff: false, userId });
  const shown: Imported['flows'] = [];
  for (const flow of stored) shown.push(await toFlow(tx, flow));
  return { flows: shown, requirements };
}

function readBundle(value: unknown): LoadedBundle {
  const read = readFlowFile(value);
  if (read.ok) return read.bundle;
  const details = read.problems.map(({ flowId, problem }) => ({ ...problem, flowId }));
  throw unprocessable(errorCodes.invalidFlow, 'This is not a file of flows.', details);
}

/** 422 for names that cannot stand where they would. */
function rename(bundle: LoadedBundle, mapping: BundleMapping): LoadedBundle {
  try {
    return remapBundle(bundle, mapping);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const details = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    throw unprocessable('invalid_mapping', 'A name of the mapping cannot be used.', details);
  }
}

/** One request stores no more than this. */
function requireModesty({ flows }: LoadedBundle): void {
  const triggers = flows.reduce((sum, flow) => sum + flow.triggers.length, 0);
  const tests = flows.reduce((sum, flow) => sum + flow.tests.length, 0);
  if (triggers <= maxTriggers && tests <= maxTests) return;
  const message = `A file may hold ${maxTriggers} triggers and ${maxTests} conversations. Import its flows in several files.`;
  throw unprocessable('bundle_too_large', message, [{ path: 'bundle.flows', message }]);
}

const maxTriggers = 1_000;
const maxTests = 2_000;

/** Flows of the mapping have to be of the account. */
async function requireFlows(
  tx: Tx,
  place: Order['place'],
  mapping: Readonly<Record<string, string>>,
): Promise<void> {
  const wanted = Object.entries(mapping);
  if (wanted.length === 0) return;
  const among = wanted.map(([, id]) => id);
  const known = new Set(await flowRepository.listIds(tx, { ...place, among }));
  const missing = wanted.filter(([, id]) => !known.has(id));
  if (missing.length === 0) return;
  const message = 'Choose flows of this account.';
  const details = missing.map(([name]) => ({ path: `mapping.flows.${name}`, message }));
  throw unprocessable('unknown_flow', message, details);
}
