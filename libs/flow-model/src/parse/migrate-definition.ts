import { currentSchemaVersion } from '../flow-definition';

type Document = Record<string, unknown>;

/** Migration n turns a document of version n into one of version n + 1. Every one has a fixture in its spec. */
const migrations: ((document: Document) => Document)[] = [addSchemaVersion];

/** Brings a document of any older version to the current one; null when it is newer than this program. */
export function migrateDefinition(document: Document): Document | null {
  const version = document['schemaVersion'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return document;
  if (version > currentSchemaVersion) return null;
  return migrations.slice(version).reduce((current, migrate) => migrate(current), document);
}

/** Version 0 is the shape of the design document: no version, no positions, the start found by its id or its type. */
function addSchemaVersion(document: Document): Document {
  const nodes: unknown[] = Array.isArray(document['nodes']) ? document['nodes'] : [];
  const startNodeId = document['startNodeId'] ?? findStartId(nodes) ?? '';
  return { ...document, schemaVersion: 1, startNodeId, nodes: document['nodes'] ?? [] };
}

function findStartId(nodes: unknown[]): unknown {
  for (const node of nodes) {
    if (
      typeof node === 'object' &&
      node !== null &&
      'type' in node &&
      node.type === 'start' &&
      'id' in node
    ) {
      return node.id;
    }
  }
  return undefined;
}
