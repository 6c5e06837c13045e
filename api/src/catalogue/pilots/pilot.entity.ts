import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A trial of an item in a school, before it is decided. */
@Entity('pilot')
export class Pilot {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('uuid', { name: 'school_id' })
  schoolId!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day' })
  toDay!: string;

  @Column('text', { name: 'looked_for' })
  lookedFor!: string;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @VersionColumn()
  version!: number;
}
