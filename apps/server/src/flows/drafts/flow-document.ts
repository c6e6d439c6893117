import { z } from 'zod';
import { errorCodes, type JsonObject } from '@instaflow/contracts';
import {
  createNode,
  currentSchemaVersion,
  parseFlowDefinition,
  type FlowDefinition,
  type FlowNode,
  type FlowProblem,
} from '@instaflow/flow-model';
import { unprocessable, type AppError } from '@instaflow/platform';

/**
 * Documents are checked value by value when they are read, and those of the database are JSON: to do that once more for
 * the type alone would take longer than all the rest.
 */
const knownJson = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null);

/** The document of a flow that was just created: a start and nothing else. */
export function emptyDocument(): FlowDefinition {
  return {
    schemaVersion: currentSchemaVersion,
    startNodeId: 'start',
    nodes: [createNode({ kind: 'start', id: 'start', position: { x: 0, y: 0 } })],
  };
}

/** Reads a submitted document. Anything that can be read is accepted as a draft; else 422 with the problems. */
export function parseDocument(value: unknown): FlowDefinition {
  const parsed = parseFlowDefinition(value);
  if (!parsed.ok) throw invalidFlow('This is not a flow document.', parsed.problems);
  return parsed.definition;
}

/** A stored document in its current shape. One that cannot be read any more is shown as it is. */
export function readDefinition(stored: object): JsonObject {
  const parsed = parseFlowDefinition(stored);
  return knownJson.parse(parsed.ok ? parsed.definition : stored);
}

/** A document, or a step of one, as the database and the API carry it. */
export function toJson(value: FlowDefinition | FlowNode): JsonObject {
  return knownJson.parse(value);
}

/** 422 `invalid_flow` with what is wrong where. */
export function invalidFlow(message: string, problems: readonly FlowProblem[]): AppError {
  return unprocessable(errorCodes.invalidFlow, message, problems);
}
