import type { ConventionKind, ConventionParty, ConventionState, RunningCosts } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

export interface ConventionPromise {
  party: ConventionParty;
  text: string;
}

/** A convention with one partner (rules.md 9). Sites, act and signatures stand in rows of their own. Days are ISO dates. */
@Entity('convention')
export class Convention {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: ConventionKind;

  @Column('uuid', { name: 'commune_id', nullable: true })
  communeId!: string | null;

  @Column('uuid', { name: 'managing_body_id', nullable: true })
  managingBodyId!: string | null;

  @Column('text')
  state!: ConventionState;

  @Column('date', { name: 'from_day', nullable: true })
  fromDay!: string | null;

  /** Last day of the term, included. */
  @Column('date', { name: 'to_day', nullable: true })
  toDay!: string | null;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn!: string | null;

  @Column('date', { name: 'approved_on', nullable: true })
  approvedOn!: string | null;

  /** Day of the last signature. */
  @Column('date', { name: 'signed_on', nullable: true })
  signedOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('date', { name: 'notice_on', nullable: true })
  noticeOn!: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: string | null;

  @Column('jsonb')
  promises!: ConventionPromise[];

  @Column('text', { name: 'legal_basis', nullable: true })
  legalBasis!: string | null;

  @Column('text', { name: 'running_costs', nullable: true })
  runningCosts!: RunningCosts | null;

  /** The convention this one follows. */
  @Column('uuid', { name: 'renews_id', nullable: true })
  renewsId!: string | null;

  @Column('date', { name: 'evaluation_adopted_on', nullable: true })
  evaluationAdoptedOn!: string | null;

  @Column('date', { name: 'evaluation_told_on', nullable: true })
  evaluationToldOn!: string | null;

  @VersionColumn()
  version!: number;
}
