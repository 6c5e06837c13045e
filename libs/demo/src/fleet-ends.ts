import {
  EQUIPMENT_FAMILIES,
  type Destination,
  type EquipmentFamily,
  type GiftReceiver,
  type RetirementKind,
  type WipeMethod,
} from '@parc/domain';
import type { DeviceStory } from './fleet-story.js';
import { instantAt } from './days.js';
import type { World } from './orders/world.js';

/** What each model of the catalogue is as a device. */
const FAMILIES: Readonly<Record<string, EquipmentFamily>> = {
  'MAT-01': 'accessory',
  'MAT-02': 'accessory',
  'MAT-03': 'accessory',
  'MAT-04': 'accessory',
  'MAT-05': 'robot',
  'MAT-06': 'accessory',
  'MAT-07': 'network-box',
  'MAT-08': 'accessory',
  'MAT-09': 'case',
  'MAT-10': 'accessory',
  'MAT-11': 'laptop',
  'MAT-12': 'interactive-display',
  'MAT-25': 'tablet',
  'MAT-26': 'laptop',
  'MAT-27': 'projector',
};

/** What makers declare, out of ten; of what communes bought long ago nobody knows it. */
const REPAIRABILITY: Readonly<Record<string, number>> = { 'MAT-11': 6.8 };

/** Portables of classes and offices: no pupil works on them. */
const OF_TEACHERS = ['MAT-11', 'MAT-26'];

/** Devices that communes had bought long before, taken over by the plan and retired together. */
interface Batch {
  reference: string;
  devices: number;
  boughtOn: string;
  netCents: number;
  stolen?: string;
  /** Sent to the workshop, which could not mend it. */
  broken?: string;
  retired: { on: string; kind: RetirementKind; number: string; reason: string };
  wiped?: { on: string; method: WipeMethod };
  gone?: {
    on: string;
    destination: Destination;
    receiver: string;
    receiverKind?: GiftReceiver;
    proof: string;
    unitValueCents?: number;
    reuseAttested?: boolean;
  };
}

const WINTER = {
  on: '2024-11-07',
  kind: 'deliberation',
  number: '2024-118',
  reason: 'Trop lents pour servir en classe',
} as const;
const SUMMER = {
  on: '2025-06-12',
  kind: 'decision',
  number: 'D-2025-064',
  reason: 'Remplacés par la dotation de rentrée',
} as const;
const AUTUMN = {
  on: '2025-12-11',
  kind: 'deliberation',
  number: '2025-141',
  reason: 'Batteries usées, plus de mises à jour',
} as const;
const SPRING = {
  on: '2026-03-10',
  kind: 'decision',
  number: 'D-2026-031',
  reason: 'Vétustes, hors d’usage en classe',
} as const;

const WORKSHOP = {
  on: '2026-10-13',
  kind: 'decision',
  number: 'D-2026-087',
  reason: 'Irréparables selon l’atelier',
} as const;

// prettier-ignore
const BATCHES: readonly Batch[] = [
  { reference: 'MAT-25', devices: 12, boughtOn: '2018-09-10', netCents: 24_900, retired: WINTER, wiped: { on: '2024-11-20', method: 'factory-reset' },
    gone: { on: '2024-12-10', destination: 'gift', receiver: 'Ressourcerie numérique du Gier', receiverKind: 'reuse-body', proof: 'DON-2024-07', unitValueCents: 4_000, reuseAttested: true } },
  { reference: 'MAT-27', devices: 8, boughtOn: '2012-06-01', netCents: 71_000, retired: WINTER,
    gone: { on: '2025-01-21', destination: 'recycling', receiver: 'Écosystèmes Loire', proof: 'BSD-2025-00417' } },
  { reference: 'MAT-26', devices: 10, boughtOn: '2017-09-04', netCents: 52_500, retired: SUMMER, wiped: { on: '2025-07-03', method: 'overwrite' },
    gone: { on: '2025-09-25', destination: 'sale', receiver: 'Second Départ', proof: 'VTE-2025-012', unitValueCents: 4_500, reuseAttested: true } },
  { reference: 'MAT-26', devices: 6, boughtOn: '2016-02-15', netCents: 55_000, retired: SUMMER, wiped: { on: '2025-07-04', method: 'overwrite' },
    gone: { on: '2025-10-14', destination: 'transfer', receiver: 'Centre communal d’action sociale de Sorbiers', proof: 'CES-2025-031', reuseAttested: true } },
  { reference: 'MAT-26', devices: 4, boughtOn: '2014-01-20', netCents: 61_000, retired: SUMMER, wiped: { on: '2025-07-04', method: 'destruction' },
    gone: { on: '2025-10-30', destination: 'recycling', receiver: 'Écosystèmes Loire', proof: 'BSD-2025-03388' } },
  { reference: 'MAT-25', devices: 6, boughtOn: '2019-09-09', netCents: 23_900, retired: AUTUMN, wiped: { on: '2026-01-20', method: 'factory-reset' },
    gone: { on: '2026-05-12', destination: 'take-back', receiver: 'Petit Poste', proof: 'REP-2026-0102', reuseAttested: true } },
  { reference: 'MAT-25', devices: 5, boughtOn: '2019-09-09', netCents: 23_900, retired: AUTUMN, wiped: { on: '2026-01-21', method: 'factory-reset' },
    gone: { on: '2026-02-17', destination: 'gift', receiver: 'Association des parents d’élèves de la Talaudière', receiverKind: 'parents-association', proof: 'DON-2026-02', unitValueCents: 3_000 } },
  { reference: 'MAT-26', devices: 2, boughtOn: '2020-10-05', netCents: 47_000, stolen: '2025-11-03', retired: SPRING,
    gone: { on: '2026-04-02', destination: 'write-off', receiver: 'Saint-Étienne Métropole', proof: 'PV 2025/03871' } },
  { reference: 'MAT-26', devices: 6, boughtOn: '2018-02-12', netCents: 51_000, retired: AUTUMN, wiped: { on: '2026-01-22', method: 'crypto-erase' } },
  { reference: 'MAT-25', devices: 4, boughtOn: '2020-09-07', netCents: 22_900, retired: SPRING },
  { reference: 'MAT-26', devices: 14, boughtOn: '2019-10-07', netCents: 49_000, broken: '2026-09-22', retired: WORKSHOP },
];

type Signed = { account: string; role: string };

/** How a device is taken in, and who ends it. */
interface Hands {
  receive(reference: string, day: string): DeviceStory;
  technician: Signed;
  manager: Signed;
}

/** The day on which communes handed over what they had. */
const HANDED_OVER = '2023-10-12';

/** What was retired, wiped, given, sold or recycled in the plan's past years, and what each model is. */
export function endDevices({ workshop, catalogue }: World, hands: Hands): void {
  for (const { row } of catalogue) {
    const family = FAMILIES[row.reference];
    if (!family) continue;
    const { storesData } = EQUIPMENT_FAMILIES[family];
    const repairability_index = REPAIRABILITY[row.reference] ?? null;
    workshop.rows.equipment_model.push({
      ...{ model_id: row.id, family, stores_data: storesData, repairability_index },
      for_teachers: OF_TEACHERS.includes(row.reference),
    });
  }
  for (const batch of BATCHES) endBatch({ workshop, hands, batch });
}

interface Ending {
  workshop: World['workshop'];
  hands: Hands;
  batch: Batch;
}

function endBatch({ workshop, hands, batch }: Ending): void {
  const { retired, stolen, broken, gone, boughtOn, netCents } = batch;
  const stories = Array.from({ length: batch.devices }, () => hands.receive(batch.reference, HANDED_OVER));
  for (const story of stories) {
    const taken = { purchased_on: boughtOn, net_cents: netCents, warranty_until: null, contract_id: null };
    Object.assign(story.row, taken, { commitment_number: null, funding: null });
    if (stolen) story.act('steal', stolen, '08:20', { by: hands.technician, reason: 'Réserve forcée' });
    if (broken) {
      const to = { stock_place_id: story.row.stock_place_id! };
      story.act('send-to-repair', broken, '10:30', { by: hands.technician });
      story.act('shelve-repaired', retired.on, '09:15', { by: hands.technician, to });
    }
    story.act('retire', retired.on, '15:00', {
      ...{ by: hands.manager, reason: retired.reason },
      detail: { retirement_number: retired.number, retirement_kind: retired.kind, retired_on: retired.on },
    });
    wipe({ workshop, hands, batch }, story);
  }
  if (!gone || instantAt(gone.on, '11:00') >= workshop.now) return;
  const at = instantAt(gone.on, '11:00');
  const id = workshop.identify(at);
  workshop.rows.equipment_disposal.push({
    ...{ id, destination: gone.destination, receiver: gone.receiver, receiver_kind: gone.receiverKind ?? null },
    ...{ proof_number: gone.proof, disposed_on: gone.on, unit_value_cents: gone.unitValueCents ?? null },
    ...{ gift_limit_cents: gone.receiverKind ? GIFT_MAX_CENTS : null, reuse_attested: gone.reuseAttested ?? false },
    ...{ account_id: hands.manager.account, at },
  });
  for (const story of stories) {
    const wiped = workshop.rows.equipment_wipe.find(({ equipment_id }) => equipment_id === story.row.id);
    workshop.rows.disposed_device.push({
      ...{ equipment_id: story.row.id, disposal_id: id, destination: gone.destination, disposed_on: gone.on },
      wipe_id: wiped?.id ?? null,
    });
    story.act('dispose', gone.on, '11:00', { by: hands.manager, gone: true });
  }
}

/** What the law lets a device be worth that is given. */
const GIFT_MAX_CENTS = 30_000;

function wipe({ workshop, hands, batch: { wiped } }: Ending, story: DeviceStory): void {
  if (!wiped || instantAt(wiped.on, '10:00') >= workshop.now) return;
  const at = instantAt(wiped.on, '10:00');
  story.act('wipe', wiped.on, '10:00', { by: hands.technician });
  workshop.rows.equipment_wipe.push({
    ...{ id: workshop.identify(at), equipment_id: story.row.id, method: wiped.method, standard: 'NIST SP 800-88' },
    ...{ operator: 'Atelier de Saint-Étienne', wiped_on: wiped.on, result: 'wiped', serial: story.row.serial },
    ...{ account_id: hands.technician.account, at },
  });
}
