import type { Role } from '@parc/domain';

/** A role of the sign-in page of the demonstration, and the invented person who answers for it. */
export interface DemonstrationPersona {
  role: Role;
  email: string;
  /** The one a newcomer tries first. */
  first: boolean;
}

/** The domain no mail ever leaves for: reserved for examples (RFC 2606). */
export const DEMONSTRATION_DOMAIN = 'demonstration.example';

const persona = (role: Role, mailbox: string, first = false): DemonstrationPersona => ({
  role,
  email: `${mailbox}@${DEMONSTRATION_DOMAIN}`,
  first,
});

/** The nine roles of the sign-in page, in its order. */
export const DEMONSTRATION_PERSONAS: readonly DemonstrationPersona[] = [
  persona('school-head', 'direction.tilleuls', true),
  persona('teacher', 'enseignant.tilleuls'),
  persona('technician', 'technicien'),
  persona('installer', 'installateur'),
  persona('plan-manager', 'gestion'),
  persona('committee', 'comite'),
  persona('commune-officer', 'commune.sorbiers'),
  persona('inspector', 'inspection'),
  persona('administrator', 'administration'),
];

export function personaEmail(role: Role): string {
  const found = DEMONSTRATION_PERSONAS.find((one) => one.role === role);
  if (found === undefined) throw new RangeError(`No persona for ${role}`);
  return found.email;
}
