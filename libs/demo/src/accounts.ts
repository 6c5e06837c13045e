import type { Role } from '@parc/domain';
import { SCOPE_OF_ROLE } from '@parc/domain';
import { FIRST_NAMES, LAST_NAMES, addressName } from './names.js';
import { DEMONSTRATION_DOMAIN } from './personas.js';
import type { AssignmentRow } from './rows.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

/** Scope of an assignment: the one id its role asks for, none for the whole territory. */
export type AssignmentScope = Partial<
  Pick<AssignmentRow, 'school_id' | 'commune_id' | 'managing_body_id' | 'circonscription_id' | 'contract_holder_id'>
>;

export interface AssignmentTerms {
  from?: string;
  to?: string | null;
  delegation?: string;
  deputyOf?: string;
}

export interface AccountBook {
  /** A new person; the address is made from the name unless given. */
  open(options?: { email?: string; active?: boolean; since?: string }): { id: string; name: string };
  assign(accountId: string, role: Role, scope: AssignmentScope, terms?: AssignmentTerms): string;
}

const NO_SCOPE = {
  school_id: null,
  commune_id: null,
  managing_body_id: null,
  circonscription_id: null,
  contract_holder_id: null,
};

export function openAccountBook(workshop: Workshop): AccountBook {
  const random = workshop.random('people');
  const { rows, identify } = workshop;
  const taken = new Set<string>();
  const nameNobodyHas = (): string => {
    for (;;) {
      const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
  return {
    open({ email, active = true, since = PLAN_START } = {}) {
      const name = nameNobodyHas();
      const at = `${since}T08:30:00.000Z`;
      const id = identify(at);
      const address = email ?? `${addressName(name)}@${DEMONSTRATION_DOMAIN}`;
      rows.account.push({ id, email: address, name, active, created_at: at });
      return { id, name };
    },
    assign(accountId, role, scope, { from = PLAN_START, to = null, delegation, deputyOf } = {}) {
      const id = identify(`${from}T08:30:00.000Z`);
      rows.assignment.push({
        id,
        account_id: accountId,
        role,
        scope_kind: SCOPE_OF_ROLE[role],
        ...NO_SCOPE,
        ...scope,
        from_day: from,
        to_day: to,
        may_certify: delegation !== undefined,
        delegation_decision: delegation ?? null,
        deputy_of_id: deputyOf ?? null,
      });
      return id;
    },
  };
}
