import type { Role } from '@parc/domain';

/** A role of the sign-in page of the demonstration, and the invented person who answers for it. */
export interface DemonstrationPersona {
  role: Role;
  email: string;
  /** What one comes to do in that role, as the card says it. */
  description: string;
}

/** The domain no mail ever leaves for: reserved for examples (RFC 2606). */
export const DEMONSTRATION_DOMAIN = 'demonstration.example';

const persona = (role: Role, mailbox: string, description: string): DemonstrationPersona => ({
  role,
  email: `${mailbox}@${DEMONSTRATION_DOMAIN}`,
  description,
});

/** Every role, in the order of the sign-in page: the first is the one to begin with. */
export const DEMONSTRATION_PERSONAS: readonly DemonstrationPersona[] = [
  persona('school-head', 'direction.tilleuls', 'Commander une installation et suivre le budget de l’année'),
  persona('teacher', 'enseignant.tilleuls', 'Préparer une commande pour sa classe, suivre celles de l’école'),
  persona('technician', 'technicien', 'Planifier les installations du secteur et en rendre compte'),
  persona('installer', 'installateur', 'Planifier les travaux confiés et en rendre compte'),
  persona('plan-manager', 'gestion', 'Approuver les commandes, répartir les budgets'),
  persona('committee', 'comite', 'Voir où en sont les budgets, les commandes et les conventions'),
  persona('commune-officer', 'commune.sorbiers', 'Suivre ses écoles, sa convention et ses promesses'),
  persona('private-body-officer', 'organisme', 'Suivre ses écoles privées, leurs budgets et leur convention'),
  persona('inspector', 'inspection', 'Voir les écoles de la circonscription et leurs installations'),
  persona('digital-trainer', 'formation', 'Voir les écoles que l’on forme et ce qui s’y installe'),
  persona('administrator', 'administration', 'Ouvrir les comptes et suivre les travaux de nuit'),
];

export function personaEmail(role: Role): string {
  const found = DEMONSTRATION_PERSONAS.find((one) => one.role === role);
  if (found === undefined) throw new RangeError(`No persona for ${role}`);
  return found.email;
}
