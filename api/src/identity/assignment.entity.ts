import type { Role, ScopeKind } from '@parc/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One role over one scope, from a day to another (excluded). */
@Entity('assignment')
export class Assignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind!: ScopeKind;

  @Column('uuid', { name: 'school_id', nullable: true })
  schoolId!: string | null;

  @Column('uuid', { name: 'commune_id', nullable: true })
  communeId!: string | null;

  @Column('uuid', { name: 'managing_body_id', nullable: true })
  managingBodyId!: string | null;

  @Column('uuid', { name: 'circonscription_id', nullable: true })
  circonscriptionId!: string | null;

  @Column('uuid', { name: 'contract_holder_id', nullable: true })
  contractHolderId!: string | null;

  @Column('date', { name: 'from_day' })
  fromDay!: string;

  @Column('date', { name: 'to_day', nullable: true })
  toDay!: string | null;

  @Column('boolean', { name: 'may_certify' })
  mayCertify!: boolean;

  @Column('text', { name: 'delegation_decision', nullable: true })
  delegationDecision!: string | null;

  @Column('uuid', { name: 'deputy_of_id', nullable: true })
  deputyOfId!: string | null;
}
