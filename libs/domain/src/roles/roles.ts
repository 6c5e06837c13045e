/** The roles of rules.md 1; an assignment gives one of them over one scope. */
export const ROLES = [
  'teacher',
  'school-head',
  'technician',
  'installer',
  'plan-manager',
  'commune-officer',
  'private-body-officer',
  'inspector',
  'digital-trainer',
  'committee',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles whose scope is one school: the people who work in it. */
export const SCHOOL_ROLES = ['school-head', 'teacher'] as const satisfies readonly Role[];

export function isSchoolRole(role: Role | null): boolean {
  return SCHOOL_ROLES.some((each) => each === role);
}

/** What an assignment reaches. No scope means nothing, never everything. */
export const SCOPE_KINDS = [
  'school',
  'commune',
  'managing-body',
  'circonscription',
  'contract-holder',
  'territory',
] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The one kind of scope each role may be assigned with; the database holds the same rule as a check. */
export const SCOPE_OF_ROLE: Record<Role, ScopeKind> = {
  teacher: 'school',
  'school-head': 'school',
  technician: 'territory',
  installer: 'contract-holder',
  'plan-manager': 'territory',
  'commune-officer': 'commune',
  'private-body-officer': 'managing-body',
  inspector: 'circonscription',
  'digital-trainer': 'circonscription',
  committee: 'territory',
  administrator: 'territory',
};

/** What French screens call each role. */
export const ROLE_WORDS: Record<Role, string> = {
  teacher: 'Enseignant',
  'school-head': 'Direction d’école',
  technician: 'Technicien de proximité',
  installer: 'Installateur',
  'plan-manager': 'Gestion du plan',
  'commune-officer': 'Commune',
  'private-body-officer': 'Organisme de gestion',
  inspector: 'Inspection',
  'digital-trainer': 'Formateur numérique',
  committee: 'Comité de pilotage',
  administrator: 'Administration',
};

/** The role as a person reads it; who stands in for a head, named by them or in their absence, is told apart. */
export function roleWords(role: Role, deputy: boolean): string {
  return deputy ? 'Adjoint à la direction' : ROLE_WORDS[role];
}

/** Who acts: a person under one assignment, or the system, which says why in the thread. */
export type ActorRole = Role | 'system';
