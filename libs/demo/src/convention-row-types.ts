import type { ConventionAction, ConventionKind, ConventionParty, ConventionState, RunningCosts } from '@parc/domain';

export interface ConventionRow {
  id: string;
  number: string;
  title: string;
  kind: ConventionKind;
  commune_id: string | null;
  managing_body_id: string | null;
  state: ConventionState;
  from_day: string;
  to_day: string;
  sent_on: string | null;
  approved_on: string | null;
  signed_on: string | null;
  promises: { party: ConventionParty; text: string }[];
  legal_basis: string | null;
  running_costs: RunningCosts | null;
  version: number;
}

export interface ConventionSignatureRow {
  id: string;
  convention_id: string;
  party: ConventionParty;
  signed_on: string;
  signatory: string;
}

export interface ConventionMoveRow {
  id: string;
  convention_id: string;
  action: ConventionAction;
  from_state: ConventionState;
  to_state: ConventionState;
  account_id: string | null;
  role: 'plan-manager' | 'system';
  happened_on: string;
  at: string;
  reason: string | null;
}

export interface DeliberationRow {
  id: string;
  convention_id: string;
  council: string;
  council_on: string;
  number: string | null;
  members_in_office: number | null;
  present: number | null;
  proxies: number | null;
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
  unanimous: boolean;
  convened_on: string | null;
  certified_on: string | null;
  transmitted_on: string | null;
  published_on: string | null;
  executory_from: string | null;
  visas: { title: string; number: string | null; on: string | null }[];
  signatory: string | null;
}
