import type { RunStatus } from '@instaflow/contracts';
import { In } from 'typeorm';
import { ContactTurnEntity } from '../contacts/contact-turn.entity';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { FlowRunEntity } from './flow-run.entity';

type RunKey = { id: string; workspaceId: string };
export type RunFilter = {
  status?: RunStatus | undefined;
  nodeId?: string | undefined;
  startedFrom?: Date | undefined;
  startedUntil?: Date | undefined;
};

/** Runs as they are read. Their ids (UUIDv7) sort by when they began. */
export const runRepository = {
  find: (tx: Tx, key: RunKey): Promise<FlowRunEntity | null> => tx.findOneBy(FlowRunEntity, key),

  findAll: (
    tx: Tx,
    { ids, workspaceId }: { ids: readonly string[]; workspaceId: string },
  ): Promise<FlowRunEntity[]> => tx.findBy(FlowRunEntity, { id: In([...ids]), workspaceId }),

  /** The run, locked until the transaction ends. Lock its contact first. */
  lock: (tx: Tx, key: RunKey): Promise<FlowRunEntity | null> =>
    tx.findOne(FlowRunEntity, { where: key, lock: { mode: 'pessimistic_write' } }),

  listOfContact: (
    tx: Tx,
    { request, ...key }: { contactId: string; workspaceId: string; request: PageRequest },
  ): Promise<Page<FlowRunEntity>> =>
    pageById(tx.createQueryBuilder(FlowRunEntity, 'run').where(key), request, 'DESC'),

  /** Runs that began with a flow. */
  listOfFlow(
    tx: Tx,
    input: { flowId: string; workspaceId: string; filter: RunFilter; request: PageRequest },
  ): Promise<Page<FlowRunEntity>> {
    const { flowId, workspaceId, filter, request } = input;
    const query = tx.createQueryBuilder(FlowRunEntity, 'run').where({ flowId, workspaceId });
    const { status, nodeId, startedFrom, startedUntil } = filter;
    if (status !== undefined) query.andWhere({ status });
    if (nodeId !== undefined) query.andWhere({ nodeId });
    if (startedFrom !== undefined) query.andWhere('run.started_at >= :startedFrom', { startedFrom });
    if (startedUntil !== undefined) query.andWhere('run.started_at < :startedUntil', { startedUntil });
    return pageById(query, request, 'DESC');
  },

  /** The turns in which a run walked, the first first. */
  listTurns(
    tx: Tx,
    { run, request }: { run: FlowRunEntity; request: PageRequest },
  ): Promise<Page<ContactTurnEntity>> {
    const { id: runId, contactId, workspaceId } = run;
    const query = tx.createQueryBuilder(ContactTurnEntity, 'turn').where({ contactId, workspaceId, runId });
    return pageById(query, request, 'ASC');
  },

  /** The last `limit` turns in which a run walked, the latest first. */
  listLatestTurns: (
    tx: Tx,
    { run, limit }: { run: FlowRunEntity; limit: number },
  ): Promise<ContactTurnEntity[]> => {
    const { id: runId, contactId, workspaceId } = run;
    return tx.find(ContactTurnEntity, {
      where: { contactId, workspaceId, runId },
      order: { id: 'DESC' },
      take: limit,
    });
  },
};
