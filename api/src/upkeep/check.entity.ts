import type { CheckState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A check of a school's devices. What it is of, what was found and what happened to it stand in rows of their own. */
@Entity('upkeep_check')
export class UpkeepCheck {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  /** ISO date: the plan's. */
  @Column('date', { name: 'due_on' })
  dueOn!: string;

  /** From 1: a school of many devices is checked in parts. */
  @Column('int')
  part!: number;

  /** ISO date: when somebody goes there. */
  @Column('date', { name: 'planned_on' })
  plannedOn!: string;

  @Column('text')
  state!: CheckState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  @Column('uuid', { name: 'assigned_account_id', nullable: true })
  assignedAccountId!: string | null;

  @Column('int')
  devices!: number;

  @Column('int')
  watch!: number;

  @Column('int')
  broken!: number;

  @Column('int', { name: 'not_found' })
  notFound!: number;

  @VersionColumn()
  version!: number;
}
