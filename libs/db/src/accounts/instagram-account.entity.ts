import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountStatus } from '@instaflow/contracts';

/** A connected Instagram professional account. The token stays sealed here. */
@Entity('instagram_account')
export class InstagramAccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid', { nullable: true }) connectedByUserId: string | null;
  @Column('text', { nullable: true }) instagramPageId: string | null;
  @Column('text') instagramUserId: string;
  @Column('text') instagramUsername: string;
  @Column('text', { nullable: true }) accessTokenSealed: string | null;
  @Column('timestamptz', { nullable: true }) tokenExpiresAt: Date | null;
  /** Until when Facebook shows the account without another login of its owner; null when that is not known. */
  @Column('timestamptz', { nullable: true }) dataAccessEndsAt: Date | null;
  /** Null: connected by a token that was pasted in. */
  @Column('text', { nullable: true }) login: 'instagram' | 'facebook' | null;
  /** What deauthorization and data deletion name. */
  @Column('text', { nullable: true }) appScopedUserId: string | null;
  /** What was granted at the login; null when that is not known. */
  @Column('text', { array: true, nullable: true }) permissions: string[] | null;
  @Column('timestamptz', { nullable: true }) tokenIssuedAt: Date | null;
  @Column('timestamptz', { nullable: true }) tokenRefreshAt: Date | null;
  @Column('text') status: AccountStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('boolean') isSimulated: boolean;
  @Column('jsonb') settings: Record<string, unknown>;
  @Column('timestamptz', { nullable: true }) pausedAt: Date | null;
  @Column('timestamptz', { nullable: true }) disconnectedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
