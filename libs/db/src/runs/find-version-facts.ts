import { z } from 'zod';
import type { Tx } from '../transaction';

const versionRow = z.object({ id: z.string(), version: z.number(), nodes: z.array(z.unknown()) });
const nodeSchema = z.looseObject({ id: z.string(), type: z.string(), name: z.string().nullish() });

export type VersionNode = { type: string; name: string | null };
/** A published version as lists of runs show it. */
export type VersionFacts = { version: number; nodes: ReadonlyMap<string, VersionNode> };

/** Number and nodes of versions by id; a node that cannot be read is left out. */
export async function findVersionFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, VersionFacts>> {
  if (ids.length === 0) return new Map();
  const rows: unknown[] = await tx.query(
    `SELECT id, version, coalesce(definition -> 'nodes', '[]') AS nodes FROM flow_version WHERE id = ANY ($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(
    rows.map((row) => {
      const { id, version, nodes } = versionRow.parse(row);
      return [id, { version, nodes: readNodes(nodes) }];
    }),
  );
}

function readNodes(nodes: readonly unknown[]): Map<string, VersionNode> {
  return new Map(
    nodes.flatMap((value): [string, VersionNode][] => {
      const node = nodeSchema.safeParse(value);
      return node.success ? [[node.data.id, { type: node.data.type, name: node.data.name ?? null }]] : [];
    }),
  );
}
