import type { ItemCategory, ItemKind, ItemState } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A model, a software title or a service (rules.md 6). Its prices and decisions stand in rows of their own. */
@Entity('catalogue_item')
export class CatalogueItem {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ItemKind;

  @Column('text')
  category!: ItemCategory;

  @Column('text')
  reference!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text')
  includes!: string;

  @Column('text')
  excludes!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  picture!: string;

  @Column('text', { nullable: true })
  maker!: string | null;

  @Column('int', { name: 'warranty_months', nullable: true })
  warrantyMonths!: number | null;

  @Column('int', { name: 'delay_working_days' })
  delayWorkingDays!: number;

  @Column('boolean')
  remote!: boolean;

  @Column('boolean')
  investment!: boolean;

  @Column('boolean', { name: 'on_quote' })
  onQuote!: boolean;

  /** Null: the metropole does it; else the holder of the contract. */
  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('boolean', { name: 'needs_power' })
  needsPower!: boolean;

  @Column('boolean', { name: 'needs_network' })
  needsNetwork!: boolean;

  @Column('boolean', { name: 'needs_furniture' })
  needsFurniture!: boolean;

  @Column('text', { name: 'training_module', nullable: true })
  trainingModule!: string | null;

  @Column('text')
  state!: ItemState;

  @VersionColumn()
  version!: number;
}
