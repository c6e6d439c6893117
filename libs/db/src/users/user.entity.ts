import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who can sign in. Readable by the engine's role only. */
@Entity('app_user')
export class UserEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') passwordHash: string;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  @Column('text') platformRole: 'admin' | 'user' | 'agent';
  @Column('uuid', { nullable: true }) subscriptionPlanId: string | null;
  @Column('text') status: 'active' | 'inactive' | 'suspended';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
