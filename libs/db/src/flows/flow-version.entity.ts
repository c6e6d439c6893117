import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable published document; a run pins one for its whole life. */
@Entity('flow_version')
export class FlowVersionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') flowId: string;
  @Column('integer') version: number;
  @Column('jsonb') definition: object;
  @Column('text') note: string;
  @Column('uuid', { nullable: true }) publishedByUserId: string | null;
  @Column('timestamptz') createdAt: Date;
}
