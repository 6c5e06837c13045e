import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A framework contract (*marché*): a holder, a lot, a term. Its periods carry the money. */
@Entity('contract')
export class Contract {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { name: 'holder_id' })
  holderId!: string;

  @Column('text')
  lot!: string;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  /** Last day of the term, included. */
  @Column('date', { name: 'to_day' })
  toDay!: string;

  @VersionColumn()
  version!: number;
}
