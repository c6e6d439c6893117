import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from '@instaflow/contracts';

/** What a user may do in a workspace. */
@Entity('workspace_member')
export class WorkspaceMemberEntity {
  @PrimaryColumn('uuid') workspaceId: string;
  @PrimaryColumn('uuid') userId: string;
  @Column('text') role: WorkspaceRole;
  @Column('timestamptz') createdAt: Date;
}
