import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MediaKind } from '@instaflow/contracts';

/** A file of a workspace. What a person sent names its message; what the team uploaded does not. */
@Entity('media_file')
export class MediaFileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('text') kind: MediaKind;
  @Column('text') fileName: string;
  @Column('text') contentType: string;
  @Column('integer') bytes: number;
  @Column('text') storageKey: string;
  @Column('uuid', { nullable: true }) instagramAccountId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) messageId: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) storedAt: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
}
