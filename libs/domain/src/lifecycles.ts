import { CONVENTIONS } from './agreements/convention-lifecycle.js';
import { CONVENTION_STATES } from './agreements/convention-states.js';
import { CONVENTION_ACTION_WORDS } from './agreements/convention-words.js';
import { ITEMS } from './catalogue/item-lifecycle.js';
import { ITEM_STATES } from './catalogue/item-states.js';
import { ITEM_ACTION_WORDS } from './catalogue/item-words.js';
import { CAMPAIGN_PARTS } from './inventory/campaigns/part-lifecycle.js';
import { CAMPAIGN_PART_STATES } from './inventory/campaigns/part-states.js';
import { CAMPAIGN_PART_ACTION_WORDS } from './inventory/campaigns/part-words.js';
import { DOTATION_PARTS, DOTATIONS } from './inventory/dotations/dotation-lifecycle.js';
import { DOTATION_PART_STATES, DOTATION_STATES } from './inventory/dotations/dotation-states.js';
import { DOTATION_ACTION_WORDS, DOTATION_PART_ACTION_WORDS } from './inventory/dotations/dotation-words.js';
import { EQUIPMENT } from './inventory/equipment-lifecycle.js';
import { EQUIPMENT_STATES } from './inventory/equipment-states.js';
import { EQUIPMENT_ACTION_WORDS } from './inventory/equipment-words.js';
import { NEED_ACTION_WORDS, NEED_STATES, NEEDS } from './inventory/needs/need-lifecycle.js';
import {
  REDEPLOYMENT_ACTION_WORDS,
  REDEPLOYMENT_STATES,
  REDEPLOYMENTS,
} from './inventory/needs/redeployment-lifecycle.js';
import { LOANS } from './loans/loan-lifecycle.js';
import { LOAN_STATES } from './loans/loan-states.js';
import { LOAN_ACTION_WORDS, LOAN_NOTICE_WORDS } from './loans/loan-words.js';
import {
  LABEL_REPORT_ACTION_WORDS,
  LABEL_REPORT_STATES,
  LABEL_REPORTS,
} from './maintenance/label-reports/label-report-lifecycle.js';
import { TICKETS } from './maintenance/ticket-lifecycle.js';
import { TICKET_NOTICE_WORDS } from './maintenance/ticket-notice-words.js';
import { TICKET_STATES } from './maintenance/ticket-states.js';
import { TICKET_ACTION_WORDS } from './maintenance/ticket-words.js';
import { PROBLEMS } from './problems/problem-lifecycle.js';
import { PROBLEM_STATES } from './problems/problem-states.js';
import { PROBLEM_ACTION_WORDS } from './problems/problem-words.js';
import { REMEDIES } from './remedies/remedy-lifecycle.js';
import { REMEDY_STATES } from './remedies/remedy-states.js';
import { REMEDY_ACTION_WORDS } from './remedies/remedy-words.js';
import type { Lifecycle } from './lifecycle/lifecycle.js';
import { CONVENTION_NOTICE_WORDS } from './agreements/convention-notice-words.js';
import type { NoticeWord } from './lifecycle/notice-words.js';
import type { StateRow } from './lifecycle/states.js';
import { ORDERS } from './orders/order-lifecycle.js';
import { ORDER_NOTICE_WORDS } from './orders/order-notice-words.js';
import { ORDER_STATES } from './orders/order-states.js';
import { ORDER_ACTION_WORDS } from './orders/order-words.js';
import { TRAININGS } from './training/training-lifecycle.js';
import { TRAINING_STATES } from './training/training-states.js';
import { TRAINING_ACTION_WORDS, TRAINING_NOTICE_WORDS } from './training/training-words.js';
import { SUPPORTS } from './training/support/support-lifecycle.js';
import { SUPPORT_STATES } from './training/support/support-states.js';
import { SUPPORT_ACTION_WORDS, SUPPORT_NOTICE_WORDS } from './training/support/support-words.js';
import { CHECKS } from './upkeep/check-lifecycle.js';
import { CHECK_STATES } from './upkeep/check-states.js';
import { CHECK_ACTION_WORDS } from './upkeep/check-words.js';
import { RETURNS } from './warranty/return-lifecycle.js';
import { RETURN_STATES } from './warranty/return-states.js';
import { RETURN_ACTION_WORDS } from './warranty/return-words.js';
import { VISITS } from './visits/visit-lifecycle.js';
import { VISIT_STATES } from './visits/visit-states.js';
import { VISIT_ACTION_WORDS, VISIT_NOTICE_WORDS } from './visits/visit-words.js';

/** A table of moves with the words that are said of it. */
export interface LifecycleWords {
  title: string;
  table: Pick<Lifecycle, 'name' | 'initial' | 'moves' | 'tellings'>;
  states: Readonly<Record<string, StateRow>>;
  actions: Readonly<Record<string, string>>;
  /** By action; a table that begins to tell brings its own. */
  notices: Readonly<Record<string, NoticeWord>>;
}

/** Every lifecycle there is, one line each: the document of lifecycles and the tests of their words go through it. */
export const LIFECYCLES: readonly LifecycleWords[] = [
  { title: 'Orders', table: ORDERS, states: ORDER_STATES, actions: ORDER_ACTION_WORDS, notices: ORDER_NOTICE_WORDS },
  {
    title: 'Conventions',
    table: CONVENTIONS,
    states: CONVENTION_STATES,
    actions: CONVENTION_ACTION_WORDS,
    notices: CONVENTION_NOTICE_WORDS,
  },
  { title: 'Catalogue items', table: ITEMS, states: ITEM_STATES, actions: ITEM_ACTION_WORDS, notices: {} },
  { title: 'Equipment', table: EQUIPMENT, states: EQUIPMENT_STATES, actions: EQUIPMENT_ACTION_WORDS, notices: {} },
  { title: 'Needs', table: NEEDS, states: NEED_STATES, actions: NEED_ACTION_WORDS, notices: {} },
  {
    title: 'Redeployments',
    table: REDEPLOYMENTS,
    states: REDEPLOYMENT_STATES,
    actions: REDEPLOYMENT_ACTION_WORDS,
    notices: {},
  },
  { title: 'Dotations', table: DOTATIONS, states: DOTATION_STATES, actions: DOTATION_ACTION_WORDS, notices: {} },
  {
    title: 'Dotations, one school’s part',
    table: DOTATION_PARTS,
    states: DOTATION_PART_STATES,
    actions: DOTATION_PART_ACTION_WORDS,
    notices: {},
  },
  {
    title: 'Campaigns of inventory, one school’s part',
    table: CAMPAIGN_PARTS,
    states: CAMPAIGN_PART_STATES,
    actions: CAMPAIGN_PART_ACTION_WORDS,
    notices: {},
  },
  {
    title: 'Tickets',
    table: TICKETS,
    states: TICKET_STATES,
    actions: TICKET_ACTION_WORDS,
    notices: TICKET_NOTICE_WORDS,
  },
  {
    title: 'Reports from a label',
    table: LABEL_REPORTS,
    states: LABEL_REPORT_STATES,
    actions: LABEL_REPORT_ACTION_WORDS,
    notices: {},
  },
  { title: 'Loans', table: LOANS, states: LOAN_STATES, actions: LOAN_ACTION_WORDS, notices: LOAN_NOTICE_WORDS },
  { title: 'Problems', table: PROBLEMS, states: PROBLEM_STATES, actions: PROBLEM_ACTION_WORDS, notices: {} },
  { title: 'Remedies', table: REMEDIES, states: REMEDY_STATES, actions: REMEDY_ACTION_WORDS, notices: {} },
  { title: 'Checks of upkeep', table: CHECKS, states: CHECK_STATES, actions: CHECK_ACTION_WORDS, notices: {} },
  { title: 'Warranty returns', table: RETURNS, states: RETURN_STATES, actions: RETURN_ACTION_WORDS, notices: {} },
  { title: 'Visits', table: VISITS, states: VISIT_STATES, actions: VISIT_ACTION_WORDS, notices: VISIT_NOTICE_WORDS },
  {
    title: 'Training sessions',
    table: TRAININGS,
    states: TRAINING_STATES,
    actions: TRAINING_ACTION_WORDS,
    notices: TRAINING_NOTICE_WORDS,
  },
  {
    title: 'Support in class',
    table: SUPPORTS,
    states: SUPPORT_STATES,
    actions: SUPPORT_ACTION_WORDS,
    notices: SUPPORT_NOTICE_WORDS,
  },
];
