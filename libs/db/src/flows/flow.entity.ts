import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FlowStatus } from '@instaflow/contracts';

/** A drawn automation: its editable draft and which version of it is published. */
@Entity('flow')
export class FlowEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('jsonb') flowDefinition: object;
  @Column('text') status: FlowStatus;
  @Column('integer') revision: number;
  @Column('uuid', { nullable: true }) publishedVersionId: string | null;
  @Column('boolean') hasUnpublishedChanges: boolean;
  @Column('uuid', { nullable: true }) folderId: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt: Date | null;
  /** Errors of the draft when it was last saved. */
  @Column('integer') errorCount: number;
  @Column('timestamptz', { nullable: true }) pausedAt: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt: Date | null;
  @Column('uuid', { nullable: true }) createdByUserId: string | null;
  /** Who saved it last. */
  @Column('uuid', { nullable: true }) editedByUserId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
