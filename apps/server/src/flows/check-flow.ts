import { flowRepository, triggerRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { validateFlow, type FlowDefinition, type FlowProblem } from '@instaflow/flow-model';

/** The problems of a document as a flow of an account: whatever it leads to must be there. */
export async function checkFlow(
  tx: Tx,
  input: {
    definition: FlowDefinition;
    flow: Pick<FlowEntity, 'instagramAccountId' | 'workspaceId'> & { id?: string };
  },
): Promise<FlowProblem[]> {
  const { id, workspaceId, instagramAccountId: accountId } = input.flow;
  const flowIds = await flowRepository.listIds(tx, { accountId, workspaceId });
  const triggers =
    id === undefined
      ? null
      : await triggerRepository.list(tx, {
          where: { workspaceId, flowId: id },
          status: 'active',
          request: { page: 1, limit: 100 },
        });
  return validateFlow(input.definition, {
    ...(id === undefined ? {} : { flowId: id }),
    flowIds: new Set(flowIds),
    ...(triggers === null ? {} : { triggerTypes: new Set(triggers.rows.map((trigger) => trigger.type)) }),
  });
}
