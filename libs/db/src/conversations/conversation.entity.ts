import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Conversation, JsonObject } from '@instaflow/contracts';
import { ContactEntity } from '../contacts/contact.entity';

/** The one thread with a contact. */
@Entity('conversation')
export class ConversationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid') contactId: string;
  @OneToOne(() => ContactEntity)
  @JoinColumn({ name: 'contact_id' })
  contact: ContactEntity;
  @Column('text') status: Conversation['status'];
  @Column('uuid', { nullable: true }) assignedAgentId: string | null;
  @Column('uuid', { nullable: true }) lastMessageId: string | null;
  @Column('timestamptz', { nullable: true }) lastMessageAt: Date | null;
  @Column('text', { nullable: true }) lastMessagePreview: string | null;
  @Column('text', { nullable: true }) lastMessageDirection: 'inbound' | 'outbound' | null;
  @Column('integer') unreadCount: number;
  @Column('timestamptz', { nullable: true }) lastUserMessageAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastBotMessageAt: Date | null;
  @Column('timestamptz', { nullable: true }) cooldownUntil: Date | null;
  @Column('timestamptz', { nullable: true }) automationPausedUntil: Date | null;
  @Column('text') qualificationState: Conversation['qualificationState'];
  @Column('boolean') aiEnabled: boolean;
  @Column('jsonb') context: JsonObject;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
