import { ROLES, type Role } from '@parc/domain';
import { Day, Email, Flag, Id, Instant, List, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';

export class OwnAccountAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Email()
  email!: string;

  @Flag()
  hasConfirmationCode!: boolean;

  @Flag({ description: 'Heads and deputies confirm on the technician’s phone by a personal code' })
  maySetConfirmationCode!: boolean;
}

export class PasswordLinkAnswer {
  @OneOf(['invitation', 'reset'])
  kind!: 'invitation' | 'reset';

  @Text({ max: 200 })
  name!: string;
}

export class AccountRole {
  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 300 })
  scopeLabel!: string;

  @Flag()
  deputy!: boolean;
}

export class AccountRow {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Email()
  email!: string;

  @Flag()
  active!: boolean;

  @Flag({ description: 'Invited, and no password chosen yet' })
  invited!: boolean;

  @List(() => AccountRole, { most: 100 })
  roles!: AccountRole[];

  @Whole()
  version!: number;
}

export class AccountList {
  @List(() => AccountRow, { most: 200 })
  items!: AccountRow[];

  @RowCount()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}

export class AccountAssignment extends AccountRole {
  @Id()
  id!: string;

  @Day()
  fromDay!: string;

  @Day({ nullable: true, description: 'Included; null is without end' })
  lastDay!: string | null;

  @Flag({ description: 'Holds today' })
  current!: boolean;

  @Text({ max: 200, nullable: true })
  delegationDecision!: string | null;

  @Flag({ description: 'The reader may end it' })
  mayEnd!: boolean;
}

export class AccountPage {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Email()
  email!: string;

  @Flag()
  active!: boolean;

  @Flag()
  invited!: boolean;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  lastSignInAt!: string | null;

  @List(() => AccountAssignment, { most: 500 })
  assignments!: AccountAssignment[];

  @Whole()
  version!: number;
}

export class CreatedAnswer {
  @Id()
  id!: string;
}

export class AccountChanged {
  @Id()
  id!: string;

  @Whole()
  version!: number;
}

export class ScopeChoice {
  @Id()
  id!: string;

  @Text({ max: 300 })
  label!: string;
}

export class ScopeChoices {
  @List(() => ScopeChoice, { most: 50 })
  items!: ScopeChoice[];
}
