import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunStatus } from '@instaflow/contracts';

/** One contact's walk through a version of a flow. Written by turns and by what people do to runs. */
@Entity('flow_run')
export class FlowRunEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid') contactId: string;
  @Column('uuid') flowId: string;
  @Column('uuid') flowVersionId: string;
  @Column('uuid', { nullable: true }) triggerId: string | null;
  @Column('text') status: RunStatus;
  @Column('text', { nullable: true }) waitingFor: 'input' | 'timer' | 'effect' | null;
  @Column('text', { nullable: true }) nodeId: string | null;
  /** The engine's own account of the run; the engine's schema reads it. */
  @Column('jsonb') state: object;
  @Column('integer') stepCount: number;
  @Column('timestamptz', { nullable: true }) wakeAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
