import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LABEL_REPORT_ACTIONS, LABEL_REPORT_STATE_NAMES, ROLES, type LabelReportState, type Role } from '@parc/domain';
import { LabelReportMoves } from '../src/maintenance/label-reports/label-report-moves.js';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import { aLabelReport } from './harness/label-report-builders.js';
import type { Person } from './harness/person.js';
import { aTicket } from './harness/ticket-builders.js';

/** Every state × action × role of a report from a label, on the running API; what may be is written by hand. */
let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

const ACTED: Record<string, { body: object; next: LabelReportState } | null> = {
  confirm: { body: { impact: 'class', urgency: 'stopped' }, next: 'confirmed' },
  discard: { body: { reason: 'known' }, next: 'discarded' },
  // No route asks for it.
  forget: null,
};

async function reportIn(state: LabelReportState): Promise<string> {
  const [decidedBy, schoolId] = [people['school-head'].accountId, fleet.school.id];
  const ground = { schoolId, reporterId: decidedBy, technicianId: people.technician.accountId };
  const rows: Record<LabelReportState, () => Promise<object>> = {
    'to-confirm': () => Promise.resolve({}),
    confirmed: async () => ({ decided_by: decidedBy, ticket_id: await aTicket(house, ground, 'new') }),
    discarded: () => Promise.resolve({ decided_by: decidedBy, discard_reason: 'working' }),
    forgotten: () => Promise.resolve({}),
  };
  const equipmentId = await aDevice(house, fleet, 'in-service');
  return aLabelReport(house, { schoolId, equipmentId }, { state, ...(await rows[state]()) });
}
const stateOf = async (id: string) =>
  (await house.sql<{ state: string }>('select state from label_report where id = $1', [id]))[0]!.state;

describe.each(LABEL_REPORT_STATE_NAMES)('%s', (state) => {
  it.each(ROLES)('%s', async (role) => {
    for (const action of LABEL_REPORT_ACTIONS) {
      const id = await reportIn(state);
      const asked = ACTED[action] ?? null;
      const answer = await people[role].post(`/api/v1/label-reports/${id}/${action}`, asked?.body ?? {}, {
        version: 1,
      });
      if (asked === null) expect(answer.status).toBe(404);
      else if (role !== 'school-head') expect(answer).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
      else if (state !== 'to-confirm')
        expect(answer).toMatchObject({ status: 409, body: { code: 'label-report.state' } });
      else expect(answer).toMatchObject({ status: 200, body: { state: asked.next } });
      const may = asked !== null && role === 'school-head' && state === 'to-confirm';
      expect(await stateOf(id)).toBe(may ? asked.next : state);
    }
  });

  it('the system, after its fortnight', async () => {
    const id = await reportIn(state);
    await house.arrange('update label_report set reported_at = $2 where id = $1', [id, '2026-09-01T07:00:00Z']);
    await house.application.get(LabelReportMoves).forget();
    expect(await stateOf(id)).toBe(state === 'to-confirm' ? 'forgotten' : state);
  });
});
