import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BODY_KINDS,
  CAUSES,
  CHARGES,
  CAMPAIGN_PART_STATES,
  CONVENTION_KINDS,
  CONVENTION_PARTIES,
  CONVENTION_STATES,
  DEPOSIT_OBJECT_NAMES,
  RETURN_STATES,
  PLAN_RULES,
  CHECK_FINDINGS,
  CHECK_STATES,
  DESTINATIONS,
  DEVICE_OUTCOMES,
  ENTRY_KINDS,
  EQUIPMENT_FAMILIES,
  EQUIPMENT_STATES,
  ENVELOPE_KINDS,
  FINDINGS,
  FLEET_KIND_NAMES,
  FLEET_STATES,
  FLEET_TOPIC_NAMES,
  GIFT_RECEIVERS,
  IMPACTS,
  IMPORT_KINDS,
  ITEM_CATEGORIES,
  ITEM_KINDS,
  IDLE_REASONS,
  ITEM_STATES,
  MISPLACED_ANSWERS,
  MISSING_OUTCOMES,
  DOTATION_BASES,
  DOTATION_OPINIONS,
  DOTATION_OUTCOMES,
  DOTATION_PART_STATES,
  DOTATION_SOURCES,
  DOTATION_STATES,
  HALF_DAYS,
  NEED_STATES,
  OPINIONS,
  REDEPLOYMENT_STATES,
  ITEMS,
  KIT_CONDITIONS,
  kindsOf,
  LOAN_STATES,
  PHONE_KIND_NAMES,
  needsStateContract,
  ORDER_DEEDS,
  ORDER_FILE_KINDS,
  ORDER_STATES,
  PARTNERS,
  PERFORMERS,
  PHOTO_MOMENTS,
  PHOTO_SIZES,
  PRIORITIES,
  PROBLEM_ABOUTS,
  PROBLEM_STATES,
  REDACTION_REASON_NAMES,
  REMEDY_ABOUTS,
  REMEDY_STATES,
  REPAIRS,
  RESOLUTIONS,
  RETIREMENT_KINDS,
  ROLES,
  RUNNING_COSTS,
  SCHOOL_KINDS,
  SCHOOL_STATES,
  SCOPE_KINDS,
  SECTORS,
  SIGHTINGS,
  SOFTWARE_CLEARANCES,
  SOFTWARE_ENDS,
  SOFTWARE_HOSTINGS,
  STATE_CONTRACTS,
  SYMPTOMS,
  LABEL_DISCARD_REASONS,
  LABEL_REPORT_STATES,
  MAIL_REFUSALS,
  symptomsOf,
  TICKET_PRIORITIES,
  TICKET_SERVICES,
  TICKET_STATES,
  TICKET_SUBJECTS,
  WARNED_CLOCKS,
  URGENCIES,
  WAITS,
  WIPE_METHODS,
  WIPE_RESULTS,
  VISIT_ENDING_NAMES,
  VISIT_MET_NAMES,
  VISIT_PART_NAMES,
  VISIT_PHOTO_NAMES,
  VISIT_RESULT_NAMES,
  VISIT_STATES,
} from '@parc/domain';
import { IMPORT_STATES } from '../src/directory/imports/import.answers.js';
import { FLEET_IMPORT_STATES } from '../src/inventory/imports/fleet.answers.js';
import { type Check, letsIn, readChecks } from './harness/checks.js';
import { House } from './harness/house.js';

/**
 * The database lists words in its checks and cannot import a row: here each column that does is compared with the rows
 * it stands for. A kind added in TypeScript alone, or in SQL alone, says which check lacks it.
 */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  'allocation_run.kind': kindsOf(ENVELOPE_KINDS),
  'assignment.role': ROLES,
  'assignment.scope_kind': SCOPE_KINDS,
  'campaign_item.answer': kindsOf(MISPLACED_ANSWERS),
  'campaign_item.finding': kindsOf(FINDINGS),
  'campaign_item.resolution': kindsOf(RESOLUTIONS),
  'campaign_item.seen_how': kindsOf(SIGHTINGS),
  'campaign_move.role': [...ROLES, 'system'],
  'campaign_part.state': kindsOf(CAMPAIGN_PART_STATES),
  'catalogue_item.category': kindsOf(ITEM_CATEGORIES),
  'catalogue_item.kind': kindsOf(ITEM_KINDS),
  'catalogue_item.state': kindsOf(ITEM_STATES),
  'contract_entry.reason': ['approve', 'complement', 'cancel', 'certify'],
  'convention.kind': kindsOf(CONVENTION_KINDS),
  'convention.running_costs': kindsOf(RUNNING_COSTS),
  'convention.state': kindsOf(CONVENTION_STATES),
  'convention_move.role': [...ROLES, 'system'],
  'convention_signature.party': CONVENTION_PARTIES,
  'credential_link.kind': ['invitation', 'reset'],
  'directory_import.kind': kindsOf(IMPORT_KINDS),
  'directory_import.state': IMPORT_STATES,
  'directory_import_change.outcome': ['created', 'changed'],
  'envelope.kind': kindsOf(ENVELOPE_KINDS),
  'disposed_device.destination': kindsOf(DESTINATIONS),
  'equipment.retirement_kind': kindsOf(RETIREMENT_KINDS),
  'equipment.state': kindsOf(EQUIPMENT_STATES),
  'equipment_disposal.destination': kindsOf(DESTINATIONS),
  'equipment_disposal.receiver_kind': kindsOf(GIFT_RECEIVERS),
  'equipment_model.family': kindsOf(EQUIPMENT_FAMILIES),
  'equipment_wipe.method': kindsOf(WIPE_METHODS),
  'equipment_wipe.result': kindsOf(WIPE_RESULTS),
  'equipment_move.role': [...ROLES, 'system'],
  'fleet_import.kind': FLEET_KIND_NAMES,
  'fleet_import.state': FLEET_IMPORT_STATES,
  'fleet_word.state': FLEET_STATES,
  'fleet_word.topic': FLEET_TOPIC_NAMES,
  'history.operation': ['INSERT', 'UPDATE', 'DELETE'],
  'installation_order.hold_kind': ['reserved', 'committed'],
  'installation_order.kind': kindsOf(ENVELOPE_KINDS),
  'installation_order.performer': kindsOf(PERFORMERS),
  'installation_order.state': kindsOf(ORDER_STATES),
  // Nobody decides that an item is proposed: it is when somebody writes it.
  'item_decision.state': kindsOf(ITEM_STATES).filter((state) => state !== ITEMS.initial),
  'ledger_entry.kind': kindsOf(ENTRY_KINDS),
  'ledger_entry.opens_hold': ['reserved', 'committed'],
  'ledger_entry.resolves_hold': ['reserved', 'committed'],
  'managing_body.kind': kindsOf(BODY_KINDS),
  'kit_rule.school_kind': kindsOf(SCHOOL_KINDS),
  'phone.kind': PHONE_KIND_NAMES,
  'need.state': kindsOf(NEED_STATES),
  'need_move.role': [...ROLES, 'system'],
  'dotation.basis': kindsOf(DOTATION_BASES),
  'dotation.source': kindsOf(DOTATION_SOURCES),
  'dotation.state': kindsOf(DOTATION_STATES),
  'dotation_device.outcome': kindsOf(DOTATION_OUTCOMES),
  'dotation_move.role': [...ROLES, 'system'],
  'dotation_part.opinion': kindsOf(DOTATION_OPINIONS),
  'dotation_part.planned_half': kindsOf(HALF_DAYS),
  'dotation_part.state': kindsOf(DOTATION_PART_STATES),
  'dotation_part_move.answer': kindsOf(DOTATION_OPINIONS),
  'dotation_part_move.role': [...ROLES, 'system'],
  'redeployment.giving_answer': kindsOf(OPINIONS),
  'redeployment.idle': kindsOf(IDLE_REASONS),
  'redeployment.receiving_answer': kindsOf(OPINIONS),
  'redeployment.state': kindsOf(REDEPLOYMENT_STATES),
  'redeployment_move.answer': kindsOf(OPINIONS),
  'redeployment_move.role': [...ROLES, 'system'],
  'order_device.deed': kindsOf(ORDER_DEEDS),
  'order_file.kind': kindsOf(ORDER_FILE_KINDS),
  'order_move.role': [...ROLES, 'system'],
  'redaction.reason': REDACTION_REASON_NAMES,
  'school.kind': kindsOf(SCHOOL_KINDS),
  'school.priority': kindsOf(PRIORITIES),
  'school.sector': kindsOf(SECTORS),
  'school.state': kindsOf(SCHOOL_STATES),
  'school.state_contract': kindsOf(STATE_CONTRACTS),
  'school_bridge_day.zone': ['A', 'B', 'C'],
  'school_holiday.zone': ['A', 'B', 'C'],
  'label_report.discard_reason': kindsOf(LABEL_DISCARD_REASONS),
  'label_report.state': kindsOf(LABEL_REPORT_STATES),
  'label_report.symptom': symptomsOf('device'),
  'mail_refusal.reason': kindsOf(MAIL_REFUSALS),
  'ticket.impact': kindsOf(IMPACTS),
  'ticket.priority': TICKET_PRIORITIES,
  'ticket.service': kindsOf(TICKET_SERVICES),
  'ticket.state': kindsOf(TICKET_STATES),
  'ticket.subject': kindsOf(TICKET_SUBJECTS),
  'ticket.symptom': kindsOf(SYMPTOMS),
  'ticket.urgency': kindsOf(URGENCIES),
  'ticket.wait_for': kindsOf(WAITS),
  'ticket_move.action': ['report'],
  'ticket_move.priority': TICKET_PRIORITIES,
  'ticket_move.role': [...ROLES, 'system'],
  'ticket_move.wait_for': kindsOf(WAITS),
  'ticket_photo_slot.moment': kindsOf(PHOTO_MOMENTS),
  'ticket_photo_slot.size': kindsOf(PHOTO_SIZES),
  'ticket_resolution.cause': kindsOf(CAUSES),
  'ticket_resolution.charge': kindsOf(CHARGES),
  'ticket_resolution.device': kindsOf(DEVICE_OUTCOMES),
  'ticket_resolution.repair': kindsOf(REPAIRS),
  'ticket_warning.clock': WARNED_CLOCKS,
  'deposit.object_kind': DEPOSIT_OBJECT_NAMES,
  'deposit_photo_slot.size': kindsOf(PHOTO_SIZES),
  'problem.about': kindsOf(PROBLEM_ABOUTS),
  'problem.cause': kindsOf(CAUSES),
  'problem.repair': kindsOf(REPAIRS),
  'problem.service': kindsOf(TICKET_SERVICES),
  'problem.state': kindsOf(PROBLEM_STATES),
  'problem.symptom': kindsOf(SYMPTOMS),
  'problem_move.action': ['opening'],
  'problem_move.role': [...ROLES, 'system'],
  'remedy.about': kindsOf(REMEDY_ABOUTS),
  'remedy.family': kindsOf(EQUIPMENT_FAMILIES),
  'remedy.service': kindsOf(TICKET_SERVICES),
  'remedy.state': kindsOf(REMEDY_STATES),
  'remedy.symptom': kindsOf(SYMPTOMS),
  'remedy_move.action': ['writing'],
  'remedy_move.role': [...ROLES, 'system'],
  'loan.from_half': kindsOf(HALF_DAYS),
  'loan.state': kindsOf(LOAN_STATES),
  'loan.to_half': kindsOf(HALF_DAYS),
  'loan_check.condition': kindsOf(KIT_CONDITIONS),
  'loan_check.direction': ['out', 'back'],
  'loan_device.outcome': kindsOf(MISSING_OUTCOMES),
  'loan_move.action': ['request'],
  'loan_move.role': [...ROLES, 'system'],
  'upkeep_check.state': kindsOf(CHECK_STATES),
  'upkeep_check_device.finding': kindsOf(CHECK_FINDINGS),
  'upkeep_check_move.action': ['make'],
  'upkeep_check_move.role': [...ROLES, 'system'],
  'upkeep_plan.family': kindsOf(EQUIPMENT_FAMILIES),
  'upkeep_plan.rule': kindsOf(PLAN_RULES),
  'upkeep_plan.weekday': ['mon', 'tue', 'wed', 'thu', 'fri'],
  'warranty_return.state': kindsOf(RETURN_STATES),
  'warranty_return_move.action': ['prepare'],
  'warranty_return_move.role': [...ROLES, 'system'],
  'visit.ending': VISIT_ENDING_NAMES,
  'visit.met': VISIT_MET_NAMES,
  'visit.state': kindsOf(VISIT_STATES),
  'visit_device.left_as': kindsOf(EQUIPMENT_STATES),
  'visit_move.action': ['begin'],
  'visit_move.role': [...ROLES, 'system'],
  'visit_part.kind': VISIT_PART_NAMES,
  'visit_part.result': VISIT_RESULT_NAMES,
  'visit_photo_slot.kind': VISIT_PHOTO_NAMES,
  'visit_photo_slot.size': kindsOf(PHOTO_SIZES),
  'software_installation.ended_role': [...ROLES, 'system'],
  'software_installation.ended_why': kindsOf(SOFTWARE_ENDS),
  'software_installation.role': [...ROLES, 'system'],
  'software_title.clearance': kindsOf(SOFTWARE_CLEARANCES),
  'software_title.hosting': kindsOf(SOFTWARE_HOSTINGS),
};

let house: House;
let checks: Check[];

beforeAll(async () => {
  house = await House.open();
  checks = await readChecks(house);
});
afterAll(() => house.close());

const LIST = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/;
const quotedIn = (text: string) => [...text.matchAll(/'([^']*)'::text/g)].map(([, word]) => word!);

/** Every word that a check compares a column with, however it is put together. */
function mentions({ definition }: Check): { column: string; word: string }[] {
  const compared = [
    ...definition.matchAll(/(\w+) (?:=|<>|IS DISTINCT FROM|IS NOT DISTINCT FROM) ('[^']*'::text)/g),
    ...definition.matchAll(/(\w+) (?:=|<>) (?:ANY|ALL) \(ARRAY\[([^\]]*)\]\)/g),
    ...[...definition.matchAll(/CASE (\w+)\n(.*?)END/gs)].map(([whole, column, branches]) => {
      const words = [...branches!.matchAll(/WHEN ('[^']*'::text) THEN/g)].map(([, word]) => word).join();
      return [whole, column, words] as const;
    }),
  ];
  return compared.flatMap(([, column, words]) => quotedIn(words!).map((word) => ({ column: column!, word })));
}

describe('the checks of the database', () => {
  it('list, of each vocabulary, the words of its rows', () => {
    const told = checks.flatMap((check) => {
      const [, column, words] = LIST.exec(check.definition) ?? [];
      const rows = column && VOCABULARIES[`${check.table}.${column}`];
      if (!rows) return [];
      const listed = quotedIn(words!);
      return [
        ...rows.filter((word) => !listed.includes(word)).map((word) => `${check.name} does not let « ${word} » in`),
        ...listed
          .filter((word) => !rows.includes(word))
          .map((word) => `${check.name} lets « ${word} » in, a word of no row`),
      ];
    });
    expect(told).toEqual([]);
  });

  it('compare a column with words of its vocabulary alone, and every such column has one', () => {
    const told = checks.flatMap((check) =>
      mentions(check)
        .filter(({ word }) => word !== '')
        .flatMap(({ column, word }) => {
          const rows = VOCABULARIES[`${check.table}.${column}`];
          if (rows === undefined) return [`${check.name}: no vocabulary for ${check.table}.${column} (« ${word} »)`];
          return rows.includes(word) ? [] : [`${check.name}: « ${word} » is no word of ${check.table}.${column}`];
        }),
    );
    expect([...new Set(told)]).toEqual([]);
  });

  it('are there for every vocabulary that is compared here', () => {
    const columns = new Set(checks.flatMap((check) => mentions(check).map(({ column }) => `${check.table}.${column}`)));
    expect(Object.keys(VOCABULARIES).filter((column) => !columns.has(column))).toEqual([]);
  });
});

const lets = (name: string, row: Readonly<Record<string, string | null>>) =>
  letsIn(
    house,
    checks.find((each) => each.name === name)!,
    row,
  );

describe('the partner of a convention', () => {
  it.each(kindsOf(CONVENTION_KINDS))('of kind %s is the one its row names, in the database too', async (kind) => {
    const { reference } = PARTNERS[CONVENTION_KINDS[kind].partner];
    const letIn = await Promise.all(
      [null, 'communeId', 'managingBodyId'].map(async (given) => {
        const row = {
          kind,
          commune_id: given === 'communeId' ? 'x' : null,
          managing_body_id: given === 'managingBodyId' ? 'x' : null,
        };
        return (await lets('convention_party', row)) ? given : undefined;
      }),
    );
    expect(letIn.filter((each) => each !== undefined)).toEqual([reference]);
  });
});

describe('the contract of a school with the State', () => {
  const schools = kindsOf(SECTORS).flatMap((sector) => kindsOf(SCHOOL_KINDS).map((kind) => ({ sector, kind })));

  it.each(schools)('of a $sector $kind is there when its rows ask for it, in the database too', async (school) => {
    const { hasStateContract } = SECTORS[school.sector];
    for (const contract of kindsOf(STATE_CONTRACTS))
      expect(await lets('school_contract', { ...school, state_contract: contract })).toBe(hasStateContract);
    expect(await lets('school_contract', { ...school, state_contract: null })).toBe(!needsStateContract(school));
  });
});
