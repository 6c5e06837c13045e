import { ROLES, type Role } from '@parc/domain';
import { PageQuery } from '../platform/http/page.js';
import { Day, Email, Flag, Id, OneOf, Secret, Text } from '../platform/http/fields.js';

const TOKEN = /^[\w-]{20,100}$/;

export class AskResetRequest {
  @Email()
  email!: string;
}

export class LinkRequest {
  @Secret({ max: 100, pattern: TOKEN })
  token!: string;
}

export class UseLinkRequest extends LinkRequest {
  @Secret({ max: 200, description: 'At least 12 characters, not the address' })
  password!: string;
}

export class ChangePasswordRequest {
  @Secret({ max: 200 })
  currentPassword!: string;

  @Secret({ max: 200, description: 'At least 12 characters, not the address' })
  newPassword!: string;
}

export class SetConfirmationCodeRequest {
  @Secret({ max: 200 })
  password!: string;

  @Secret({ max: 12, description: '6 to 12 digits' })
  code!: string;
}

export class AccountListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Name or address, accents and case left aside' })
  search?: string;

  @OneOf(ROLES, { optional: true })
  role?: Role;

  @Flag({ optional: true, query: true })
  active?: boolean;

  @Id({ optional: true })
  schoolId?: string;
}

export class AssignmentRequest {
  @OneOf(ROLES)
  role!: Role;

  @Id({
    nullable: true,
    description:
      'The school, commune, managing body, circonscription or contract holder the role asks for; null is the whole territory',
  })
  scopeId!: string | null;

  @Day()
  fromDay!: string;

  @Day({ optional: true, nullable: true, description: 'Included; null is without end' })
  lastDay?: string | null;

  @Text({
    max: 200,
    optional: true,
    nullable: true,
    description: 'Decision that delegates the certification of service fait; plan manager only',
  })
  delegationDecision?: string | null;
}

export class InvitationRequest extends AssignmentRequest {
  @Email()
  email!: string;

  @Text({ min: 1, max: 200 })
  name!: string;
}

export class AccountRequest {
  @Email()
  email!: string;

  @Text({ min: 1, max: 200 })
  name!: string;
}

/** The end of one role of somebody's. */
export class EndAssignmentRequest {
  @Day({ optional: true, nullable: true, description: 'Last day on which it holds; without it, it ends now' })
  lastDay?: string | null;
}

export class ScopeQuery {
  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 100, optional: true })
  search?: string;
}
