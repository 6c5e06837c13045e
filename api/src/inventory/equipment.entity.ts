import type { EquipmentState, RetirementKind } from '@parc/domain';
import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A device: what it is, where it stands, how it came. What happened to it stands in rows of their own. */
@Entity('equipment')
export class Equipment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  tag!: string;

  @Column('text', { nullable: true })
  serial!: string | null;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('boolean', { name: 'is_container' })
  isContainer!: boolean;

  @Column('text')
  state!: EquipmentState;

  @Column('timestamptz', { name: 'state_since' })
  stateSince!: Date;

  /** One of the three places, or none before it came and after it left. */
  @Column('uuid', { name: 'stock_place_id', nullable: true })
  stockPlaceId!: string | null;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('uuid', { name: 'container_id', nullable: true })
  containerId!: string | null;

  /** Of its room, or of its container's. */
  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId!: string | null;

  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  /** With which others it came. */
  @Column('uuid', { name: 'receipt_id', nullable: true })
  receiptId!: string | null;

  @Column('bigint', { name: 'net_cents', nullable: true })
  netCents!: number | null;

  @Column('int', { name: 'vat_basis_points', nullable: true })
  vatBasisPoints!: number | null;

  @Column('date', { name: 'purchased_on', nullable: true })
  purchasedOn!: string | null;

  @Column('text', { nullable: true })
  funding!: string | null;

  @Column('text', { name: 'commitment_number', nullable: true })
  commitmentNumber!: string | null;

  @Column('date', { name: 'warranty_until', nullable: true })
  warrantyUntil!: string | null;

  @Column('boolean')
  refurbished!: boolean;

  @Column('text', { name: 'complaint_number', nullable: true })
  complaintNumber!: string | null;

  @Column('text', { name: 'retirement_number', nullable: true })
  retirementNumber!: string | null;

  @Column('text', { name: 'retirement_kind', nullable: true })
  retirementKind!: RetirementKind | null;

  /** The day of the decision. */
  @Column('date', { name: 'retired_on', nullable: true })
  retiredOn!: string | null;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt!: Date | null;

  @Column('uuid', { name: 'last_seen_by', nullable: true })
  lastSeenBy!: string | null;

  @Column('text')
  words!: string;

  @VersionColumn()
  version!: number;
}
