import type { DomainHome, WebDomain } from '../domain';

/** Address of every first page: whose it is follows from what the reader may do. */
export const HOME_PATH = 'accueil';

/** Every first page, in the order in which they are offered. */
export function homesOf(domains: readonly WebDomain[]): readonly DomainHome[] {
  return domains.flatMap(({ homes }) => homes ?? []).sort((one, other) => one.order - other.order);
}
