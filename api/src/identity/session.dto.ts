import { ROLES, type Role } from '@parc/domain';
import { Email, Flag, Id, Instant, List, Nested, OneOf, Secret, Text, Whole } from '../platform/http/fields.js';

export class SignInRequest {
  @Email()
  email!: string;

  @Secret({ max: 200 })
  password!: string;
}

export class DemonstrationSignInRequest {
  @OneOf(ROLES)
  role!: Role;
}

export class SwitchAssignmentRequest {
  @Id()
  assignmentId!: string;
}

export class SessionAccount {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;
}

export class SessionAssignment {
  @Id()
  id!: string;

  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 100, description: 'French name of the role' })
  roleLabel!: string;

  @Text({ max: 300, description: 'French name of the scope: the school, the commune, the metropole…' })
  scopeLabel!: string;

  @Id({ nullable: true })
  schoolId!: string | null;

  @Flag()
  deputy!: boolean;

  @Flag()
  mayCertify!: boolean;

  @Flag({ description: 'It has ended: what a phone still keeps of it may be handed in, and nothing else' })
  ended!: boolean;
}

export class SessionAnswer {
  @Nested(() => SessionAccount)
  account!: SessionAccount;

  @Nested(() => SessionAssignment)
  assignment!: SessionAssignment;

  @List(() => SessionAssignment, { most: 100 })
  assignments!: SessionAssignment[];

  @Text({ max: 100, description: 'Sent back as X-CSRF-Token with every write' })
  csrfToken!: string;

  @Flag()
  demonstration!: boolean;

  @Instant({ description: 'Absolute end' })
  expiresAt!: string;

  @Whole()
  idleMinutes!: number;
}

export class DemonstrationRole {
  @OneOf(ROLES)
  role!: Role;

  @Text({ max: 100 })
  label!: string;

  @Text({ max: 300 })
  description!: string;

  @Flag({ description: 'The one to begin with' })
  first!: boolean;
}

export class SessionOptions {
  @Flag()
  demonstration!: boolean;

  @List(() => DemonstrationRole, { most: 20 })
  roles!: DemonstrationRole[];
}
