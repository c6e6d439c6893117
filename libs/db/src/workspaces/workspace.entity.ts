import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant: members, accounts, everything else. */
@Entity('workspace')
export class WorkspaceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') timezone: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
