import { type Axis, reachOf, SCOPE_OF_ROLE, type ScopeKind } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { schoolReach } from '../../directory/reach.sql.js';
import type { Predicate } from '../../platform/database/predicate.js';

/** Whose figures somebody reads: one part of one axis, and the schools behind it, over `s`. */
export interface FigureReach {
  axis: Axis;
  part: string;
  /** It may be narrowed and broken down: whoever reads one party's figures gets them whole. */
  whole: boolean;
  schools: Predicate;
}

/** Nobody's: a part that no school is of. */
const NOBODY = 'none';

const AXIS_OF_SCOPE: Readonly<Record<ScopeKind, Axis>> = {
  territory: 'plan',
  commune: 'public-commune',
  'managing-body': 'body',
  circonscription: 'circonscription',
  // No role of these scopes reads figures.
  school: 'plan',
  'contract-holder': 'plan',
};

/**
 * A commune reads the figures of its public schools, a body of those it runs, an inspector of the circonscription: never a total
 * from which another's could be subtracted (rights.md).
 */
export function figureReach(actor: Actor): FigureReach {
  const scope = SCOPE_OF_ROLE[actor.role];
  const whole = reachOf('figures.read', actor.role) === 'all';
  const ownId = actor.communeId ?? actor.managingBodyId ?? actor.circonscriptionId ?? NOBODY;
  const axis = AXIS_OF_SCOPE[scope];
  return {
    axis,
    part: axis === 'plan' ? (whole ? '' : NOBODY) : ownId,
    whole,
    schools: schoolReach(actor, 'figures.read'),
  };
}
