import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation kept with a flow. */
@Entity('flow_test')
export class FlowTestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') flowId: string;
  @Column('jsonb') test: object;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
