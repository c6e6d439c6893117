import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where flows of an account are kept; folders stand in folders. */
@Entity('flow_folder')
export class FlowFolderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid', { nullable: true }) parentFolderId: string | null;
  @Column('text') name: string;
  @Column('timestamptz') createdAt: Date;
}
