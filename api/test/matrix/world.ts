import { randomBytes } from 'node:crypto';
import { ROLES, type Role } from '@parc/domain';
import { aDeposit, aDepositFile } from '../harness/deposit-builders.js';
import { aProblem, joined } from '../harness/problem-builders.js';
import { aRemedy } from '../harness/remedy-builders.js';
import type { House } from '../harness/house.js';
import type { Person } from '../harness/person.js';
import { aSupport } from '../harness/support-builders.js';
import { aCertificateOf } from './training-site.js';
import { AT, buildTerritory, type Site, type Territory } from './territory.js';
import { buildUsage, type UsageWorld } from './usage-world.js';

export interface World {
  ours: Territory;
  theirs: Territory;
  /** One person a role, each with a scope of ours. */
  people: Record<Role, Person>;
  /** Somebody whose role may be taken away. */
  spare: { accountId: string; assignmentId: string };
  /** Two of each person: one that stays, and one that is taken back. */
  phones: Record<Role, { kept: string; lost: string }>;
  /** Each person's own, of a training. */
  certificates: Partial<Record<Role, string>>;
  /** A visit to the class of our teacher. */
  ownSupportId: string;
  /** What a phone handed in, with a photo. */
  deposit: { id: string; fileId: string };
  /** An open problem of Internet everywhere: the metropole's, of no territory. */
  problemId: string;
  /** A remedy that schools read, of no territory either. */
  remedyId: string;
  /** Use measured: a source with its token, a file that waits, what each told of their own classes. */
  usage: UsageWorld;
  importId: string;
  /** A day between days off that the holidays leave out. */
  bridgeDay: string;
  stockPlaceId: string;
  kitGroupId: string;
  delivery: { id: string; receiptId: string; listId: string };
  fleetImportId: string;
  /** A device that has left for good, after its wipe. */
  gone: { id: string; wipeId: string; photoId: string };
}

/** What a route's parameters name: a school with its order, in its territory. */
export interface Place {
  site: Site;
  territory: Territory;
}

/** Two territories that share nothing, and somebody of every role in the first. */
export async function buildWorld(house: House): Promise<World> {
  const manager = await house.person('plan-manager', {}, { mayCertify: true });
  const ours = await buildTerritory(house, manager, 'Azur');
  const theirs = await buildTerritory(house, manager, 'Brume');
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) {
    people[role] = role === 'plan-manager' ? manager : await house.person(role, scopeIn(ours, role));
  }
  const phones = {} as World['phones'];
  for (const role of ROLES) {
    const phone = () => buildPhone(house, people[role].accountId);
    phones[role] = { kept: await phone(), lost: await phone() };
  }
  const ofOurs = { circonscriptionId: ours.circonscriptionId, schoolId: ours.public.schoolId };
  const ground = { ...ofOurs, trainerId: people['digital-trainer'].accountId, by: manager.accountId };
  const certificates = {
    teacher: await aCertificateOf(house, ground, people.teacher.accountId),
    'school-head': await aCertificateOf(house, ground, people['school-head'].accountId),
  };
  const ownSupportId = await aSupport(house, { ...ground, teacherId: people.teacher.accountId }, 'asked');
  ours.public.marks.support.push(ownSupportId);
  const account = await house.build.account('teacher', { school_id: ours.public.schoolId });
  const [as] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [account.id]);
  const importId = await house.build.insert('directory_import', {
    kind: 'national-directory',
    state: 'refused',
    file_name: 'annuaire.csv',
    sha256: 'a'.repeat(64),
    byte_count: 1,
    encoding: 'utf-8',
    separator: ';',
    column_count: 1,
    used_column_count: 1,
    uploaded_by: manager.accountId,
    uploaded_at: AT,
    read_at: AT,
  });
  const bridgeDay = await buildBridgeDay(house);
  const stockPlaceId = await house.build.insert('stock_place', { name: 'Réserve centrale' });
  const delivery = await buildDelivery(house, ours, { stockPlaceId, accountId: manager.accountId });
  const spare = { accountId: account.id, assignmentId: as!.id };
  const fleetImportId = await buildFleetImport(house, manager.accountId);
  const [kitGroup] = await house.sql<{ id: string }>('select id from kit_group order by place limit 1');
  const gone = await buildGone(house, ours, { stockPlaceId, accountId: manager.accountId });
  const deposit = await buildDeposit(house, people.technician.accountId);
  const problemId = await buildProblem(house, ours, people.technician.accountId);
  const remedyId = await aRemedy(house, manager.accountId, 'published');
  const usage = await buildUsage(house, ours.public.schoolId, people);
  const lists = { importId, fleetImportId, bridgeDay };
  return {
    stockPlaceId,
    kitGroupId: kitGroup!.id,
    ours,
    theirs,
    people,
    phones,
    certificates,
    ownSupportId,
    spare,
    deposit,
    problemId,
    remedyId,
    usage,
    ...lists,
    delivery,
    gone,
  };
}

/** It joins the ticket of the public school. */
async function buildProblem(house: House, { public: site }: Territory, accountId: string): Promise<string> {
  const id = await aProblem(house, accountId, 'known');
  await joined(house, id, site.ticketId, accountId);
  return id;
}

async function buildDeposit(house: House, accountId: string): Promise<World['deposit']> {
  const id = await aDeposit(house, { accountId });
  return { id, fileId: await aDepositFile(house, { depositId: id, accountId }) };
}

function buildPhone(house: House, accountId: string): Promise<string> {
  const secrets = { device_hash: randomBytes(32), key_escrow: randomBytes(32) };
  return house.build.insert('phone', {
    account_id: accountId,
    kind: 'other',
    ...secrets,
    enrolled_at: AT,
    last_seen_at: AT,
  });
}

/** The Friday after Ascension, within the holidays that are known. */
async function buildBridgeDay(house: House): Promise<string> {
  await house.arrange(`insert into public_holiday (day, name) values ('2027-05-06', 'Ascension')`);
  await house.arrange(
    `insert into school_holiday (zone, name, from_day, to_day) values ('A', 'Été', '2027-07-03', '2027-08-31')`,
  );
  return '2027-05-07';
}

/** A list of existing devices that waits: nobody's but the plan manager's. */
async function buildFleetImport(house: House, accountId: string): Promise<string> {
  const id = await house.build.insert('fleet_import', {
    ...{ kind: 'list', source: 'list', file_name: 'parc.csv', sha256: 'a'.repeat(64), row_count: 1 },
    ...{ header: JSON.stringify(['serial', 'model', 'place']), columns: { serial: 0, model: 1, place: 2 } },
    ...{ uploaded_by: accountId, uploaded_at: AT },
  });
  await house.arrange(`insert into fleet_import_row (import_id, line, cells) values ($1, 2, '["S1", "", ""]')`, [id]);
  return id;
}

/** A delivery with a receipt and a list that waits: the metropole's, of no territory. */
async function buildDelivery(
  { build }: House,
  { holderId }: Territory,
  { stockPlaceId, accountId }: { stockPlaceId: string; accountId: string },
): Promise<World['delivery']> {
  const note = { note_number: 'BL-118', delivered_on: '2026-10-05' };
  const id = await build.insert('delivery', {
    ...{ ...note, holder_id: holderId, stock_place_id: stockPlaceId, words: ' bl 118 ' },
    ...{ created_at: AT, created_by: accountId },
  });
  const receiptId = await build.insert('delivery_receipt', {
    ...{ ...note, delivery_id: id, devices: 1, account_id: accountId, role: 'plan-manager', at: AT },
  });
  const listId = await build.insert('delivery_list', {
    ...{
      ...note,
      delivery_id: id,
      file_name: 'liste.csv',
      sha256: 'a'.repeat(64),
      uploaded_by: accountId,
      uploaded_at: AT,
    },
    ...{ header: JSON.stringify(['sn']), rows: JSON.stringify([{ line: 2, cells: ['S1'] }]) },
    ...{ columns: { serial: 0 }, models: {} },
  });
  return { id, receiptId, listId };
}

/** A device that was retired, wiped and given to a commune: of no territory either. */
async function buildGone(
  house: House,
  { itemId }: Territory,
  { stockPlaceId, accountId }: { stockPlaceId: string; accountId: string },
): Promise<World['gone']> {
  const id = await house.build.insert('equipment', {
    ...{ tag: 'PE-990001', model_id: itemId, state: 'retired', state_since: AT, stock_place_id: stockPlaceId },
    words: ' pe 990001 ',
  });
  const wipeId = await house.build.insert('equipment_wipe', {
    ...{ equipment_id: id, method: 'overwrite', operator: 'Sami Roux', wiped_on: '2026-10-05', result: 'wiped' },
    ...{ account_id: accountId, at: AT },
  });
  const went = { destination: 'transfer', disposed_on: '2026-10-05' };
  const disposalId = await house.build.insert('equipment_disposal', {
    ...{ ...went, receiver: 'Commune', proof_number: 'C-1', account_id: accountId, at: AT },
  });
  await house.arrange(
    `with gone as (update equipment set state = 'disposed', stock_place_id = null where id = $1)
     insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id) values ($1, $2, $3, $4, $5)`,
    [id, disposalId, went.destination, went.disposed_on, wipeId],
  );
  const photoId = await house.build.insert('disposal_photo', {
    ...{
      disposal_id: disposalId,
      width: 4,
      height: 4,
      content: Buffer.from('RIFF'),
      created_by: accountId,
      created_at: AT,
    },
  });
  return { id, wipeId, photoId };
}

/** The scope of each role's assignment. */
function scopeIn(territory: Territory, role: Role): Record<string, string> {
  switch (role) {
    case 'teacher':
    case 'school-head':
      return { school_id: territory.public.schoolId };
    case 'commune-officer':
      return { commune_id: territory.communeId };
    case 'private-body-officer':
      return { managing_body_id: territory.bodyId };
    case 'inspector':
    case 'digital-trainer':
      return { circonscription_id: territory.circonscriptionId };
    case 'installer':
      return { contract_holder_id: territory.holderId };
    default:
      return {};
  }
}

/** Inside the role's scope. */
export function ownPlace({ ours }: World, role: Role): Place {
  return { territory: ours, site: role === 'private-body-officer' ? ours.private : ours.public };
}

/** Outside it: the same kind of school elsewhere, and the school next door that belongs to somebody else. */
export function otherPlaces({ ours, theirs }: World, role: Role): Place[] {
  const elsewhere = [
    { territory: theirs, site: theirs.public },
    { territory: theirs, site: theirs.private },
  ];
  if (role === 'installer') return elsewhere;
  return [...elsewhere, { territory: ours, site: role === 'private-body-officer' ? ours.public : ours.private }];
}
