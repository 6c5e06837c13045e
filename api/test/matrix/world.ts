import { ROLES, type Role } from '@parc/domain';
import type { House } from '../harness/house.js';
import type { Person } from '../harness/person.js';

/** Texts and amounts that stand nowhere else: where one is read, its field was shown. */
export const MARKS = {
  contact: 'Contact Craie',
  reason: 'Motif Ardoise',
  alarm: 'Alarme 48-21',
  phone: '0477000042',
  promise: 'Promesse Tableau',
  decision: 'DEC-7788',
  unitNetCents: 13_571,
  openedCents: 7_654_300,
} as const;

/** A school with an order under way, and everything a route can name about it. */
export interface Site {
  schoolId: string;
  roomId: string;
  orderId: string;
  askedCents: number;
  fileId: string;
  conventionId: string;
  teacherId: string;
  deputyId: string;
  /** What must be read nowhere outside its scope. */
  marks: { school: string[]; order: string[]; convention: string[]; people: string[] };
}

/** A commune, a circonscription and a firm, with a public and a private school. */
export interface Territory {
  communeId: string;
  circonscriptionId: string;
  bodyId: string;
  holderId: string;
  contractId: string;
  periodId: string;
  itemId: string;
  priceId: string;
  itemMarks: string[];
  public: Site;
  private: Site;
}

export interface World {
  ours: Territory;
  theirs: Territory;
  /** One person a role, each with a scope of ours. */
  people: Record<Role, Person>;
  /** An account of no importance, with an assignment that may be ended. */
  spare: { accountId: string; assignmentId: string };
  importId: string;
}

/** Two territories that share nothing, and somebody of every role in the first. */
export async function buildWorld(house: House): Promise<World> {
  const manager = await house.person('plan-manager', {}, { mayCertify: true });
  const ours = await buildTerritory(house, manager, 'Azur');
  const theirs = await buildTerritory(house, manager, 'Brume');
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) people[role] = role === 'plan-manager' ? manager : await house.person(role, scopeIn(ours, role));
  const spare = await house.build.account('teacher', { school_id: ours.public.schoolId });
  const [assignment] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [spare.id]);
  const importId = await house.build.insert('directory_import', {
    kind: 'national-directory',
    state: 'refused',
    file_name: 'annuaire.csv',
    size_bytes: 1,
    sha256: Buffer.alloc(32),
    created_by: manager.accountId,
    created_at: House_START,
  });
  return { ours, theirs, people, spare: { accountId: spare.id, assignmentId: assignment!.id }, importId };
}

/** The scope of each role's assignment. */
function scopeIn(territory: Territory, role: Role): Record<string, string> {
  switch (role) {
    case 'teacher':
    case 'school-head':
      return { school_id: territory.public.schoolId };
    case 'commune-officer':
      return { commune_id: territory.communeId };
    case 'private-body-officer':
      return { managing_body_id: territory.bodyId };
    case 'inspector':
    case 'digital-trainer':
      return { circonscription_id: territory.circonscriptionId };
    case 'installer':
      return { contract_holder_id: territory.holderId };
    default:
      return {};
  }
}
