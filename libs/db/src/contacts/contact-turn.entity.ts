import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The trace of one turn: what was considered and why it lost, and what ran. */
@Entity('contact_turn')
export class ContactTurnEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid') contactId: string;
  @Column('uuid', { nullable: true }) runId: string | null;
  @Column('uuid', { nullable: true }) flowId: string | null;
  @Column('timestamptz') at: Date;
  @Column('text') outcome: string;
  @Column('jsonb') candidates: unknown[];
  @Column('jsonb') steps: unknown[];
}
