import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '@instaflow/contracts';

/** What one member of a workspace was told. */
@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') userId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('text') kind: NotificationKind;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) message: string | null;
  @Column('uuid', { nullable: true }) flowId: string | null;
  @Column('uuid', { nullable: true }) runId: string | null;
  @Column('text', { nullable: true }) nodeId: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) conversationId: string | null;
  @Column('boolean') isInApp: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
