import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message } from '@instaflow/contracts';

/** One message in either direction. The table is partitioned by `timestamp`, the platform's time. */
@Entity('message_log')
export class MessageEntity {
  @PrimaryColumn('timestamptz') timestamp: Date;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid') contactId: string;
  @Column('uuid') conversationId: string;
  @Column('text') direction: Message['direction'];
  @Column('text') type: Message['type'];
  @Column('jsonb') content: Message['content'];
  @Column('boolean') isAutomated: boolean;
  @Column('text') deliveryStatus: Message['deliveryStatus'];
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('text', { nullable: true }) errorMessage: string | null;
  @Column('timestamptz', { nullable: true }) heldUntil: Date | null;
  @Column('text', { nullable: true }) mid: string | null;
  @Column('uuid', { nullable: true }) sentByUserId: string | null;
  @Column('uuid', { nullable: true }) flowId: string | null;
  @Column('text', { nullable: true }) nodeId: string | null;
  @Column('boolean') isConsolidated: boolean;
  @Column('text', { array: true }) originalMids: string[];
}
