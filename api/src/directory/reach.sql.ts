import { reachOf, SCOPE_OF_ROLE, type Permission, type Role, type ScopeKind } from '@parc/domain';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import { sitesOfWork } from '../orders/order.sql.js';
import { EVERYTHING, NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { publicOf, runBy } from './school.sql.js';

/** Who asks, under which assignment: what the reach of a role is made of. */
export interface Reader {
  role: Role;
  schoolId: string | null;
  communeId: string | null;
  managingBodyId: string | null;
  circonscriptionId: string | null;
  contractHolderId: string | null;
}

/** What lies inside an assignment's scope, by its kind, over `s`. */
const OWN: Record<ScopeKind, (reader: Reader) => Predicate> = {
  school: ({ schoolId }) => only('s.id = :scopeSchool', { scopeSchool: schoolId }),
  commune: ({ communeId }) => only(publicOf(':scopeCommune'), { scopeCommune: communeId }),
  'managing-body': ({ managingBodyId }) => only(runBy(':scopeBody'), { scopeBody: managingBodyId }),
  circonscription: ({ circonscriptionId }) =>
    only('s.circonscription_id = :scopeCirconscription', { scopeCirconscription: circonscriptionId }),
  'contract-holder': () => NOTHING,
  territory: () => NOTHING,
};

/**
 * Which schools a role reaches by a permission (rights.md), over the alias `s`: the one place where the words of
 * libs/domain become schools. A domain adds what it asks besides, and never says again whose schools they are.
 */
export function schoolReach(reader: Reader, permission: Permission): Predicate {
  switch (reachOf(permission, reader.role)) {
    case 'all':
      return EVERYTHING;
    case 'own':
      return OWN[SCOPE_OF_ROLE[reader.role]](reader);
    case 'work':
      return only(`s.id in ${sitesOfWork(contractsHeldBy(':scopeHolder'))}`, { scopeHolder: reader.contractHolderId });
    // What is one's own is an account, never a school.
    case 'self':
    case null:
      return NOTHING;
  }
}

/** Scopes of which everything belongs to one party: to know their sum, or a part of it, tells nothing of another's. */
const ONE_PARTY: Record<ScopeKind, boolean> = {
  school: true,
  commune: true,
  'managing-body': true,
  // Public and private schools stand side by side in one, and the same school is in a commune as well.
  circonscription: false,
  'contract-holder': false,
  territory: true,
};

/**
 * Which schools' amounts may be added up for a role, over `s`. Filters narrow a sum: it is made of all schools, or of one
 * party's, so that no choice of commune or sector yields a total from which another's could be subtracted; a commune's
 * is that of its public schools. Whoever reaches schools of several parties without reaching all gets no sum.
 */
export function totalReach(reader: Reader, permission: Permission): Predicate {
  return ONE_PARTY[SCOPE_OF_ROLE[reader.role]] ? schoolReach(reader, permission) : NOTHING;
}
