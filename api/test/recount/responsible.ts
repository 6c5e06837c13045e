import { dayOf, yearsLater } from './days.js';
import { type EquipmentRow, modelsById, type ModelRow, movesByDevice } from './fleet.js';
import type { CountedRow, Recount, Span } from './recount.js';
import { lifeOf, yearsBetween } from './sobriety.js';
import { grouped, type Tables } from './tables.js';

/** Matériel informatique et téléphonie. */
const INFORMATICS = [
  ...['laptop', 'desktop', 'tablet', 'smartphone', 'interactive-display', 'projector', 'monitor', 'printer'],
  'network-box',
];

interface DisposedRow {
  equipment_id: string;
  disposal_id: string;
  destination: string;
  disposed_on: string;
  wipe_id: string | null;
  family: string | null;
  stores_data: boolean;
  missing: boolean;
}

/** Objective 5: what is bought, mended and given on. */
export const RESPONSIBLE = {
  'reused-bought': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: [] },
    rows: (tables, span) =>
      bought(tables, span)
        .filter(({ family }) => family === null || INFORMATICS.includes(family))
        .map(({ net_cents, refurbished, family }) => ({
          ...{ schoolId: null, num: refurbished ? net_cents : 0, den: net_cents },
          known: family !== null && net_cents !== null,
        })),
  },
  'retired-reused': {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: [] },
    rows: (tables, { from, to }) => {
      const disposals = new Map(
        tables.of<{ id: string; reuse_attested: boolean }>('equipment_disposal').map((row) => [row.id, row]),
      );
      const rows: CountedRow[] = [];
      for (const { purchasedOn, retiredOn, family, missing, gone } of retired(tables)) {
        if (retiredOn > to || (gone !== null && gone.disposed_on < from) || missing) continue;
        if (family !== null && !INFORMATICS.includes(family)) continue;
        if (purchasedOn !== null && yearsLater(purchasedOn, 10) <= retiredOn) continue;
        const isReused =
          gone !== null &&
          gone.disposed_on <= to &&
          ['transfer', 'gift', 'sale', 'take-back'].includes(gone.destination) &&
          disposals.get(gone.disposal_id)!.reuse_attested;
        rows.push({
          ...{ schoolId: null, num: isReused ? 1 : 0, den: retiredOn < from ? 1 : 0 },
          known: family !== null && purchasedOn !== null,
        });
      }
      return rows;
    },
  },
  repaired: { reduce: 'ratio', factor: 100, subject: 'schools', rows: mendedTickets },
  'index-known': {
    ...{ reduce: 'ratio', factor: 1, subject: 'schools', axes: [] },
    rows: (tables, span) =>
      bought(tables, span)
        .filter(({ family }) => family === 'laptop' || family === 'smartphone')
        .map(({ index }) => ({ schoolId: null, num: index, den: 1, known: index !== null })),
  },
  'life-gained': {
    ...{ reduce: 'ratio', factor: 1, subject: 'schools', axes: [] },
    rows: (tables, span) =>
      retired(tables)
        .filter(({ retiredOn }) => retiredOn >= span.from && retiredOn <= span.to)
        .map(({ purchasedOn, retiredOn, family }) => {
          const known = purchasedOn !== null && family !== null;
          const gained = known ? yearsBetween(purchasedOn, retiredOn) - lifeOf(tables, span, family) : null;
          return { schoolId: null, num: gained, den: 1, known };
        }),
  },
  traced: {
    ...{ reduce: 'ratio', factor: 100, subject: 'schools', axes: [] },
    rows: (tables, { from, to }) =>
      tables
        .of<DisposedRow>('disposed_device')
        .filter(({ disposed_on }) => disposed_on >= from && disposed_on <= to)
        .map(({ stores_data, wipe_id }) => ({
          ...{ schoolId: null, num: stores_data && wipe_id === null ? 0 : 1, den: 1, known: true },
        })),
  },
} as const satisfies Record<string, Recount>;

function bought(tables: Tables, { from, to }: Span) {
  const models = modelsById(tables) as Map<string, ModelRow & { repairability_index: number | null }>;
  return tables
    .of<EquipmentRow>('equipment')
    .filter(({ purchased_on }) => purchased_on !== null && purchased_on >= from && purchased_on <= to)
    .map(({ model_id, net_cents, refurbished }) => {
      const model = models.get(model_id);
      return { net_cents, refurbished, family: model?.family ?? null, index: model?.repairability_index ?? null };
    });
}

/** Devices that an act took out; what has left counts as it stood that day. */
function retired(tables: Tables) {
  const models = modelsById(tables);
  const moves = movesByDevice(tables);
  const gone = new Map(tables.of<DisposedRow>('disposed_device').map((row) => [row.equipment_id, row]));
  return tables
    .of<EquipmentRow>('equipment')
    .filter(({ retired_on }) => retired_on !== null)
    .map(({ id, model_id, purchased_on, retired_on }) => {
      const left = gone.get(id) ?? null;
      const lastChange = (moves.get(id) ?? []).filter(({ from_state, to_state }) => from_state !== to_state).at(-1);
      const wasMissing = lastChange !== undefined && ['lost', 'stolen'].includes(lastChange.from_state);
      return {
        ...{ purchasedOn: purchased_on, retiredOn: retired_on!, gone: left },
        family: left === null ? (models.get(model_id)?.family ?? null) : left.family,
        missing: left === null ? wasMissing : left.missing,
      };
    });
}

/** Tickets of devices whose last resolution is of the period and left the device in use; devices taken out from the workshop's shelf. */
function mendedTickets(tables: Tables, { from, to }: Span): CountedRow[] {
  const resolutions = grouped(
    tables.of<{ id: string; ticket_id: string; at: string; device: string }>('ticket_resolution'),
    ({ ticket_id }) => ticket_id,
  );
  const isWithin = (at: string) => dayOf(at) >= from && dayOf(at) <= to;
  const rows: CountedRow[] = [];
  for (const ticket of tables.of<{ id: string; school_id: string; state: string; equipment_id: string | null }>(
    'ticket',
  )) {
    if (ticket.equipment_id === null || !['resolved', 'closed'].includes(ticket.state)) continue;
    const own = [...(resolutions.get(ticket.id) ?? [])];
    own.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1));
    const last = own.at(-1);
    if (last !== undefined && isWithin(last.at) && last.device !== 'leaves')
      rows.push({ schoolId: ticket.school_id, num: 1, den: 1, known: true });
  }
  for (const moves of movesByDevice(tables).values()) {
    let [schoolId, changedFrom]: (string | null)[] = [null, null];
    for (const { from_state, to_state, at, school_id } of moves) {
      if (to_state === 'retired' && from_state !== 'retired' && changedFrom === 'under-repair' && isWithin(at))
        rows.push({ schoolId: schoolId ?? null, num: 0, den: 1, known: true });
      schoolId = school_id ?? schoolId ?? null;
      if (from_state !== to_state) changedFrom = from_state;
    }
  }
  return rows;
}
