import type { Role } from '@parc/domain';
import type { DomainCard, DomainWatch, WebDomain } from '../domain';
import { meets } from '../need';

/** The cards of a role, in their order: whichever first page it has shows them. */
export function cardsOf(domains: readonly WebDomain[], role: Role): readonly DomainCard[] {
  return ofRole(
    domains.flatMap(({ cards }) => cards ?? []),
    role,
  );
}

/** What a role looks after, in its order. */
export function watchesOf(domains: readonly WebDomain[], role: Role): readonly DomainWatch[] {
  return ofRole(
    domains.flatMap(({ watches }) => watches ?? []),
    role,
  );
}

function ofRole<Row extends Pick<DomainCard, 'need' | 'order'>>(rows: readonly Row[], role: Role): readonly Row[] {
  return rows.filter(({ need }) => meets(need, role)).sort((one, other) => one.order - other.order);
}
