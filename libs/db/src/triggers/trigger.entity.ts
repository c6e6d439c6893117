import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeywordMatch, TriggerType } from '@instaflow/contracts';

/** What may start a flow. */
@Entity('flow_trigger')
export class TriggerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workspaceId: string;
  @Column('uuid') instagramAccountId: string;
  @Column('uuid') flowId: string;
  @Column('text') type: TriggerType;
  @Column('text', { nullable: true }) keyword: string | null;
  @Column('text') match: KeywordMatch;
  @Column('boolean') allowTypos: boolean;
  @Column('text', { array: true }) excludeKeywords: string[];
  @Column('integer') priority: number;
  @Column('integer', { nullable: true }) oncePerContactHours: number | null;
  @Column('text', { nullable: true }) postPermalink: string | null;
  @Column('text') postScope: 'all' | 'one' | 'next';
  /** The post it is bound to, once that is known at Instagram. */
  @Column('text', { nullable: true }) mediaId: string | null;
  @Column('boolean') oncePerPost: boolean;
  @Column('timestamptz', { nullable: true }) postCheckAt: Date | null;
  @Column('text', { array: true }) publicReplies: string[];
  @Column('text') status: 'active' | 'inactive';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
