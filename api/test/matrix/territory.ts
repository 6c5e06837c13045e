import { aNeed, aRedeployment } from '../harness/need-builders.js';
import { aLicence, anInstallation, aTitle } from '../harness/software-builders.js';
import type { House } from '../harness/house.js';
import type { Person } from '../harness/person.js';
import { slot } from '../harness/plan.js';
import { buildLoan, type LoanSite } from './loan-site.js';
import { buildTicket, type TicketSite } from './ticket-site.js';
import { buildTraining, type TrainingMarks, type TrainingSite } from './training-site.js';
import { buildVisit, type VisitSite } from './visit-site.js';
import { buildUpkeep, type UpkeepMarks, type UpkeepSite } from './upkeep-site.js';

/** When what the builders write happened. */
export const AT = '2026-10-06T07:00:00Z';

/** Texts and amounts that stand nowhere else: where one is read, its field was shown. */
export const MARKS = {
  contact: 'Contact Craie',
  reason: 'Motif Ardoise',
  alarm: 'Alarme 48-21',
  telephone: '0477000042',
  promise: 'Promesse Tableau',
  decision: 'DEC-7788',
  unitNetCents: 13_571,
  deviceNetCents: 24_683,
  deviceReason: 'Motif Étagère',
  ticketText: 'Panne Fusain',
  ticketNote: 'Note Éponge',
  repairCents: 35_791,
  loanPurpose: 'Usage Compas',
  openedCents: 7_654_300,
  licenceNetCents: 4_321_987,
  /** Four of it, tax included. */
  askedCents: 65_141,
} as const;

/** A school with an order under way, and everything a route can name about it. */
export interface Site extends LoanSite, TicketSite, UpkeepSite, VisitSite, TrainingSite {
  schoolId: string;
  roomId: string;
  orderId: string;
  fileId: string;
  equipmentId: string;
  equipmentTag: string;
  campaignId: string;
  campaignPartId: string;
  differenceId: string;
  foundPhotoId: string;
  conventionId: string;
  needId: string;
  redeploymentId: string;
  dotationId: string;
  dotationPartId: string;
  ticketId: string;
  labelReportId: string;
  ticketCostId: string;
  ticketFileId: string;
  quoteItemId: string;
  softwareId: string;
  licenceId: string;
  installationId: string;
  teacherId: string;
  deputyId: string;
  /** What nobody reads outside its scope. */
  marks: {
    school: string[];
    order: string[];
    convention: string[];
    people: string[];
    equipment: string[];
    need: string[];
    ticket: string[];
    loan: string[];
    visit: string[];
  } & UpkeepMarks &
    TrainingMarks;
}

/** A commune, a circonscription, a body and a firm, with a public and a private school. */
export interface Territory {
  communeId: string;
  circonscriptionId: string;
  bodyId: string;
  holderId: string;
  contractId: string;
  periodId: string;
  itemId: string;
  priceId: string;
  itemName: string;
  public: Site;
  private: Site;
}

type Ground = Omit<Territory, 'public' | 'private'> & { name: string; manager: Person };

/** @param name one word that every text of the territory carries */
export async function buildTerritory(house: House, manager: Person, name: string): Promise<Territory> {
  const { build } = house;
  const circonscriptionId = await build.insert('circonscription', { code: `042${name.charCodeAt(0) * 10}0A`, name });
  const bodyId = await build.insert('managing_body', { name: `OGEC ${name}`, kind: 'ogec' });
  const contract = await build.contract(10_000_000, { title: `Marché ${name}` });
  const itemName = `Prestation ${name}`;
  const itemId = await build.item(
    { contract_id: contract.id, name: itemName },
    { unitNetCents: MARKS.unitNetCents, vatBasisPoints: 2_000 },
  );
  await build.insert('item_decision', {
    item_id: itemId,
    state: 'validated',
    body: 'Comité',
    meeting_on: '2026-01-15',
    decision_number: MARKS.decision,
    decided_at: AT,
    account_id: manager.accountId,
  });
  const [price] = await house.sql<{ id: string }>('select id from item_price where item_id = $1', [itemId]);
  const ground: Ground = {
    name,
    manager,
    communeId: await build.commune({ name: `Ville-${name}` }),
    circonscriptionId,
    bodyId,
    holderId: contract.holderId,
    contractId: contract.id,
    periodId: contract.periodId,
    itemId,
    itemName,
    priceId: price!.id,
  };
  return {
    ...ground,
    public: await buildSite(house, ground, 'public'),
    private: await buildSite(house, ground, 'private'),
  };
}

async function buildSite(house: House, ground: Ground, sector: 'public' | 'private'): Promise<Site> {
  const { build } = house;
  const label = `${sector === 'public' ? 'Communale' : 'Libre'} ${ground.name}`;
  const school = await build.school({
    name: `École ${label}`,
    sector,
    commune_id: ground.communeId,
    alarm: MARKS.alarm,
    telephone: MARKS.telephone,
    // A private school is its body's affair: no inspector reads its money or names its deputies.
    ...(sector === 'public'
      ? { circonscription_id: ground.circonscriptionId }
      : { managing_body_id: ground.bodyId, state_contract: 'association' }),
  });
  const convention = {
    number: `CONV-${label}`,
    promises: JSON.stringify([{ party: 'metropole', text: MARKS.promise }]),
  };
  const ofBody = { kind: 'private-body', commune_id: null, managing_body_id: ground.bodyId };
  const conventionId = await build.convention(school, sector === 'public' ? convention : { ...convention, ...ofBody });
  const roomId = await build.room(school.id, { name: `Salle ${label}` });
  await build.envelope(school.id, MARKS.openedCents);
  const people = await buildPeople(house, school.id, label);
  const head = await house.signIn(people.headEmail);
  const order = await buildOrder(head, ground, roomId, label);
  const device = await buildDevice(house, ground, { schoolId: school.id, roomId, orderId: order.id });
  const need = await buildNeed(house, ground, { schoolId: school.id, roomId }, label);
  const reporterId = people.teacherId;
  const by = ground.manager.accountId;
  const at = { schoolId: school.id, roomId, equipmentId: device.id };
  const ticket = await buildTicket(house, {
    ...{ ...at, reporterId, by },
    marks: { text: MARKS.ticketText, note: MARKS.ticketNote, priceCents: MARKS.repairCents },
  });
  const loan = await buildLoan(house, {
    schoolId: school.id,
    teacherId: people.teacherId,
    label,
    purpose: MARKS.loanPurpose,
  });
  const there = { schoolId: school.id, reporterId, technicianId: by };
  const visit = await buildVisit(house, { ...there, ticketId: ticket.ticketId });
  const training = await buildTraining(house, {
    ...{ schoolId: school.id, roomId, by, teacherId: people.teacherId },
    circonscriptionId: sector === 'public' ? ground.circonscriptionId : null,
  });
  const upkeep = await buildUpkeep(house, { ...at, teacherId: people.teacherId, ticketId: ticket.ticketId, label });
  return {
    ...at,
    orderId: order.id,
    equipmentTag: device.tag,
    ...(await buildCampaign(house, ground, at)),
    conventionId,
    ...need,
    ...(await buildDotation(house, ground, school.id)),
    ...ticket,
    ...loan.site,
    ...upkeep.site,
    ...visit.site,
    ...training.site,
    ...(await buildSoftware(house, { schoolId: school.id, roomId }, label)),
    teacherId: people.teacherId,
    deputyId: people.deputyId,
    fileId: await build.insert('order_file', {
      order_id: order.id,
      kind: 'report-photo',
      name: 'photo.webp',
      media_type: 'image/webp',
      size_bytes: 4,
      content: Buffer.from('RIFF'),
      created_by: ground.manager.accountId,
      created_at: AT,
    }),
    marks: {
      school: [school.id, school.uai, `École ${label}`, `Salle ${label}`],
      order: [order.id, order.number, `Note ${label}`],
      convention: [conventionId, `CONV-${label}`],
      equipment: [device.id, device.tag],
      need: [need.needId, `Besoin ${label}`],
      ticket: [ticket.ticketId],
      loan: loan.marks,
      ...upkeep.marks,
      visit: visit.marks,
      ...training.marks,
      people: [`Direction ${label}`, `Maître ${label}`],
    },
  };
}

/** A title in the room, under a licence of the school's whose price is known. */
async function buildSoftware(house: House, at: { schoolId: string; roomId: string }, label: string) {
  const softwareId = await aTitle(house, { name: `Logiciel ${label}` });
  const licenceId = await aLicence(house, softwareId, {
    ...{ school_id: at.schoolId, until_day: '2099-08-31', net_cents: MARKS.licenceNetCents, vat_basis_points: 0 },
  });
  const installationId = await anInstallation(house, softwareId, {
    ...{ room_id: at.roomId, school_id: at.schoolId, seats: 3, licence_id: licenceId },
  });
  return { softwareId, licenceId, installationId };
}

/** A device that the firm's order brought to the room, its price known and its move explained. */
async function buildDevice(house: House, ground: Ground, at: { schoolId: string; roomId: string; orderId: string }) {
  const tag = `PE-${at.roomId.slice(-8).toUpperCase()}`;
  const modelId = await house.build.item({ kind: 'model', category: 'hardware', name: `Tablette ${ground.name}` });
  const id = await house.build.insert('equipment', {
    ...{ tag, serial: `S-${tag}`, model_id: modelId, state: 'in-service', state_since: AT, words: tag.toLowerCase() },
    ...{ room_id: at.roomId, school_id: at.schoolId, order_id: at.orderId, contract_id: ground.contractId },
    ...{
      net_cents: MARKS.deviceNetCents,
      vat_basis_points: 2_000,
      last_seen_at: AT,
      last_seen_by: ground.manager.accountId,
    },
  });
  await house.build.insert('equipment_move', {
    ...{ equipment_id: id, action: 'place', from_state: 'in-stock', to_state: 'awaiting-training', at: AT },
    ...{ account_id: ground.manager.accountId, role: 'plan-manager', reason: MARKS.deviceReason },
    ...{ room_id: at.roomId, school_id: at.schoolId },
  });
  return { id, tag };
}

/** A need that the school has said, and a device in stock that is offered for it. */
async function buildNeed(house: House, { manager }: Ground, at: { schoolId: string; roomId: string }, label: string) {
  const more = { room_id: at.roomId, purpose: `Besoin ${label}`, state: 'taken-up' };
  const needId = await aNeed(house, at.schoolId, manager.accountId, more);
  const tag = `ST-${at.roomId.slice(-8).toUpperCase()}`;
  const equipmentId = await house.build.insert('equipment', {
    ...{ tag, model_id: await house.build.item({ kind: 'model', category: 'hardware' }), state: 'in-stock' },
    ...{ state_since: AT, words: tag.toLowerCase() },
    stock_place_id: await house.build.insert('stock_place', { name: `Étagère ${label}` }),
  });
  return { needId, redeploymentId: await aRedeployment(house, { equipmentId, needId }) };
}

/** A dotation that the school is asked about. */
async function buildDotation({ build }: House, { manager, name }: Ground, schoolId: string) {
  const dotationId = await build.insert('dotation', {
    ...{ title: `Dotation ${name}`, group_id: KIT_GROUP, basis: 'gap', source: 'purchase', quantity: 9 },
    ...{ model_id: await build.item({ kind: 'model', category: 'hardware' }), state: 'asked' },
    ...{ answer_by: '2099-12-31', created_at: AT, created_by: manager.accountId, state_since: AT },
  });
  const dotationPartId = await build.insert('dotation_part', {
    ...{ dotation_id: dotationId, school_id: schoolId, quantity: 3, asked: 6, counted: 2, state: 'asked' },
    ...{ answer_by: '2099-12-31', created_at: AT, state_since: AT },
  });
  return { dotationId, dotationPartId };
}
/** The first part of the kit that every plan begins with. */
const KIT_GROUP = '01900000-0000-7000-8000-000000000001';

/** A campaign that is open in the school: its device is seen there, and something that nobody knows. */
async function buildCampaign(
  { build }: House,
  { manager, name }: Ground,
  { schoolId, roomId, equipmentId }: { schoolId: string; roomId: string; equipmentId: string },
): Promise<{ campaignId: string; campaignPartId: string; differenceId: string; foundPhotoId: string }> {
  const by = manager.accountId;
  const days = { from_day: '2026-01-05', to_day: '2099-12-31', created_at: AT, created_by: by, opened_at: AT };
  const campaignId = await build.insert('campaign', { title: `Récolement ${name}`, ...days });
  const part = { campaign_id: campaignId, school_id: schoolId, state: 'open', state_since: AT };
  const campaignPartId = await build.insert('campaign_part', part);
  await build.insert('campaign_room', { part_id: campaignPartId, school_id: schoolId, room_id: roomId });
  const item = { campaign_id: campaignId, part_id: campaignPartId };
  const seen = { seen_room_id: roomId, seen_at: AT, seen_by: by, seen_how: 'list' };
  await build.insert('campaign_item', {
    ...{ ...item, equipment_id: equipmentId, expected: true, expected_room_id: roomId, finding: 'awaited' },
  });
  const note = { note: 'imprimante grise', expected: false, finding: 'unknown' };
  const differenceId = await build.insert('campaign_item', { ...item, ...seen, ...note });
  const foundPhotoId = await build.insert('campaign_photo', {
    ...{ item_id: differenceId, width: 4, height: 4, content: Buffer.from('RIFF'), created_by: by, created_at: AT },
  });
  return { campaignId, campaignPartId, differenceId, foundPhotoId };
}

/** A head, a teacher and the deputy whom the head named; the head signs in to order. */
async function buildPeople(house: House, schoolId: string, label: string) {
  const { build } = house;
  const scope = { school_id: schoolId };
  const head = await build.account('school-head', scope);
  const teacher = await build.account('teacher', scope);
  await house.arrange('update account set name = $2 where id = $1', [head.id, `Direction ${label}`]);
  await house.arrange('update account set name = $2 where id = $1', [teacher.id, `Maître ${label}`]);
  const [headAs] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [head.id]);
  const deputy = await build.account('teacher', scope);
  const deputyId = await build.assignment(deputy.id, 'school-head', {
    ...scope,
    deputy_of_id: headAs!.id,
    to_day: '2026-12-31',
  });
  return { headEmail: head.email, teacherId: teacher.id, deputyId };
}

/** An order of the firm's, scheduled: every role that reads orders reaches it. */
async function buildOrder(head: Person, ground: Ground, roomId: string, label: string) {
  const { body } = await head.post('/api/v1/orders', {
    lines: [{ itemId: ground.itemId, quantity: 4, roomId }],
    wishes: [],
    contact: MARKS.contact,
    note: `Note ${label}`,
    prerequisites: [],
  });
  const { id } = body as { id: string };
  const answers = [
    await head.act(id, 'submit'),
    await ground.manager.act(id, 'approve', { reason: MARKS.reason }),
    await ground.manager.act(id, 'schedule', slot(null)),
  ];
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`the order was refused: ${refused.text}`);
  return { id, number: answers[0]!.body.number as string };
}
