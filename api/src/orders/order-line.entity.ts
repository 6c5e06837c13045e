import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One line of an order: an item, a room, quantities asked, approved and done; its price is frozen at submission. */
@Entity('order_line')
export class OrderLine {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'order_id' })
  orderId!: string;

  @Column('int')
  position!: number;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('text', { name: 'item_name' })
  itemName!: string;

  @Column('text')
  unit!: string;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('boolean')
  extra!: boolean;

  /** Its price is that of a quote. */
  @Column('boolean')
  quoted!: boolean;

  @Column('int', { name: 'quantity_asked' })
  quantityAsked!: number;

  @Column('int', { name: 'quantity_approved', nullable: true })
  quantityApproved!: number | null;

  @Column('int', { name: 'quantity_done', nullable: true })
  quantityDone!: number | null;

  @Column('bigint', { name: 'unit_net_cents' })
  unitNetCents!: number;

  @Column('int', { name: 'vat_basis_points' })
  vatBasisPoints!: number;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('text', { name: 'less_reason', nullable: true })
  lessReason!: string | null;

  @Column('text', { nullable: true })
  equipment!: string | null;
}
