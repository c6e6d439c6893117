import { z } from 'zod';
import type { Tx } from '../transaction';

const definitionRow = z.object({ flowVersionId: z.string(), flowId: z.string(), definition: z.unknown() });

/** The documents of published versions, within the workspaces of the transaction. */
export async function findDefinitions(
  tx: Tx,
  ids: readonly string[],
): Promise<z.infer<typeof definitionRow>[]> {
  if (ids.length === 0) return [];
  const rows: unknown[] = await tx.query(
    `SELECT id AS "flowVersionId", flow_id AS "flowId", definition FROM flow_version WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => definitionRow.parse(row));
}
