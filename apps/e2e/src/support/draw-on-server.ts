import { z } from 'zod';
import type { ApiClient } from './api-client';
import { toNode, type DrawnFlow } from './drawn-flow';

const accountList = z.array(z.object({ instagramAccountId: z.string() }));
const drawnDocument = z.looseObject({ nodes: z.array(z.looseObject({ id: z.string() })) });

export type Drawn = { flowId: string; address: string };

/** A new flow of the first account: a start, and steps that nothing leads to but what they say themselves. */
export const drawOnServer = async (
  api: ApiClient,
  { url, name, steps, first = null }: { url: string; name: string; steps: DrawnFlow; first?: string | null },
): Promise<Drawn> => {
  const { body: accounts } = await api('GET', '/instagram-accounts');
  const [account] = accountList.parse(accounts['instagramAccounts']);
  const accountId = account?.instagramAccountId ?? '';
  const connections = first === null ? [] : [{ targetNodeId: first, condition: null }];
  const start = { id: 'start', type: 'start', name: 'Start', connections, position: { x: -400, y: 0 } };
  const flowDefinition = {
    schemaVersion: 1,
    startNodeId: 'start',
    nodes: [start, ...Object.entries(steps).map(([id, fields]) => toNode(id, fields))],
  };
  const { body } = await api('POST', `/instagram-accounts/${accountId}/flows`, { name, flowDefinition });
  const flowId = String(body['flowId']);
  return { flowId, address: `${url}/accounts/${accountId}/flows/${flowId}` };
};

/** A flow as the server has it. */
export const readDraft = async (api: ApiClient, flowId: string) => {
  const { body } = await api('GET', `/flows/${flowId}`);
  return { definition: drawnDocument.parse(body['flowDefinition']), revision: body['revision'] };
};
