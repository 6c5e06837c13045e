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
import { TICKETS } from './maintenance/ticket-lifecycle.js';
import { TICKET_NOTICE_WORDS } from './maintenance/ticket-notice-words.js';
import { TICKET_STATES } from './maintenance/ticket-states.js';
import { TICKET_ACTION_WORDS } from './maintenance/ticket-words.js';
import type { Lifecycle } from './lifecycle/lifecycle.js';
import { CONVENTION_NOTICE_WORDS } from './agreements/convention-notice-words.js';
import type { NoticeWord } from './lifecycle/notice-words.js';
import type { StateRow } from './lifecycle/states.js';
import { ORDERS } from './orders/order-lifecycle.js';
import { ORDER_NOTICE_WORDS } from './orders/order-notice-words.js';
import { ORDER_STATES } from './orders/order-states.js';
import { ORDER_ACTION_WORDS } from './orders/order-words.js';
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
  { title: 'Loans', table: LOANS, states: LOAN_STATES, actions: LOAN_ACTION_WORDS, notices: LOAN_NOTICE_WORDS },
  { title: 'Visits', table: VISITS, states: VISIT_STATES, actions: VISIT_ACTION_WORDS, notices: VISIT_NOTICE_WORDS },
];
