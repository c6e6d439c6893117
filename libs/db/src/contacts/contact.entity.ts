import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '@instaflow/contracts';

/** An Instagram user who interacted with one account. Created by intake only. */
@Entity('contact')
export class ContactEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('text') instagramUserId: string;
  @Column('text', { nullable: true }) instagramUsername: string | null;
  @Column('text', { nullable: true }) firstName: string | null;
  @Column('text', { nullable: true }) lastName: string | null;
  @Column('text', { nullable: true }) profilePictureUrl: string | null;
  @Column('boolean', { nullable: true }) isFollower: boolean | null;
  @Column('text', { array: true }) tags: string[];
  @Column('jsonb') customAttributes: JsonObject;
  @Column('uuid', { nullable: true }) currentFlowId: string | null;
  @Column('text', { nullable: true }) currentFlowStepNodeId: string | null;
  @Column('jsonb') flowContext: JsonObject;
  @Column('timestamptz', { nullable: true }) optedOutAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastInteractionAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
