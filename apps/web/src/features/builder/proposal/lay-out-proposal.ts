import { currentSchemaVersion, type FlowDefinition } from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';
import { layOutMissing } from '../tidy/lay-out-missing';
import type { Proposal } from './shown-proposal';

/** Drafted steps as a flow of their own. */
export function toDocument({ nodes, firstNodeId }: Proposal): FlowDefinition {
  return { schemaVersion: currentSchemaVersion, startNodeId: firstNodeId, nodes };
}

/** The places drafted steps have to each other, arranged as tidying arranges a flow. Never rejects. */
export function layOutProposal(proposal: Proposal): Promise<Positions> {
  return layOutMissing(toDocument(proposal));
}
