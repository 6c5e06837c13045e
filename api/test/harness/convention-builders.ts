import type { ConventionState } from '@parc/domain';
import type { House } from './house.js';
import { insert, type EntryRow, type Statement } from './raw-ledger.js';

/** What a convention is, where the defaults do not do: of the school's commune, for 2026 and 2027. */
export interface ConventionShape {
  /** Columns that differ from what the moves would leave. */
  columns?: EntryRow;
  /** No school is listed. */
  withoutSites?: boolean;
  /** The council has decided, although the state does not need it yet. */
  withAct?: boolean;
  /** Who has signed, where not what the state says. */
  signedBy?: readonly ('metropole' | 'partner')[];
  /** A convention that follows this one. */
  successor?: { state: ConventionState; fromDay: string };
}

export interface ConventionGround {
  house: House;
  school: { id: string; communeId: string };
  managerId: string;
}

const PROMISES = [
  { party: 'metropole', text: 'Équiper les écoles' },
  { party: 'partner', text: 'Mettre aux normes les prises' },
];

const SENT = { sent_on: '2025-11-01' };
const APPROVED = { ...SENT, approved_on: '2025-11-12' };
const SIGNED = { ...APPROVED, signed_on: '2025-12-10' };

interface Past {
  columns: EntryRow;
  moves: readonly [action: string, to: ConventionState][];
}

const TO_SENT: Past['moves'] = [['send', 'sent']];
const TO_APPROVED: Past['moves'] = [...TO_SENT, ['approve', 'approved']];
const TO_SIGNED: Past['moves'] = [...TO_APPROVED, ['sign', 'approved'], ['sign', 'signed']];
const TO_FORCE: Past['moves'] = [...TO_SIGNED, ['enter-into-force', 'in-force']];

/** What a convention in each state has behind it. A new state is told here by the compiler. */
const PAST: Record<ConventionState, Past> = {
  drafted: { columns: {}, moves: [] },
  sent: { columns: SENT, moves: TO_SENT },
  approved: { columns: APPROVED, moves: TO_APPROVED },
  // Its first day is still to come.
  signed: { columns: { ...SIGNED, from_day: '2026-12-01' }, moves: TO_SIGNED },
  'in-force': { columns: SIGNED, moves: TO_FORCE },
  expired: { columns: { ...SIGNED, to_day: '2026-09-30' }, moves: [...TO_FORCE, ['reach-term', 'expired']] },
  renewed: {
    columns: { ...SIGNED, evaluation_adopted_on: '2026-06-15', evaluation_told_on: '2026-07-01' },
    moves: [...TO_FORCE, ['renew', 'renewed']],
  },
  ended: {
    columns: { ...SIGNED, ended_on: '2026-09-30', ended_reason: 'La commune quitte le plan' },
    moves: [...TO_FORCE, ['end', 'ended']],
  },
};

export const BUILT_CONVENTION_STATES = Object.keys(PAST) as ConventionState[];

let count = 0;

/** A convention of this ground, inserted as its moves would leave it: row, site, act, signatures and thread. */
export function aConvention(ground: ConventionGround, shape: ConventionShape = {}) {
  return { in: (state: ConventionState) => build(ground, shape, state) };
}

async function build(ground: ConventionGround, shape: ConventionShape, state: ConventionState): Promise<string> {
  const past: Past | undefined = PAST[state];
  if (!past)
    throw new Error(
      `no convention is built in the state '${state}': say in convention-builders.ts what it has behind it`,
    );
  const { house, school } = ground;
  const row = {
    ...{ number: `CV-${(count += 1)}`, title: 'Convention de partenariat', kind: 'commune', state },
    ...{ commune_id: school.communeId, from_day: '2026-01-01', to_day: '2027-12-31' },
    ...{ promises: JSON.stringify(PROMISES), ...past.columns, ...shape.columns },
  };
  const id = await house.build.insert('convention', row);
  const statement: Statement = (text, values) => house.build.run(text, values);
  const { from_day, to_day } = row;
  if (!shape.withoutSites)
    await insert(statement, 'convention_site', { convention_id: id, school_id: school.id, from_day, to_day });
  await writeActs(statement, id, shape, past.moves.length >= TO_APPROVED.length, past.moves.length >= TO_SIGNED.length);
  await writeThread(statement, ground, id, past.moves);
  const { successor } = shape;
  if (successor)
    await aConvention(ground, { columns: { renews_id: id, from_day: successor.fromDay, to_day: '2032-12-31' } }).in(
      successor.state,
    );
  return id;
}

async function writeActs(
  statement: Statement,
  convention_id: string,
  shape: ConventionShape,
  approved: boolean,
  signed: boolean,
): Promise<void> {
  if (approved || shape.withAct)
    await insert(statement, 'deliberation', {
      ...{ convention_id, council: 'Conseil municipal', council_on: '2025-11-12' },
      ...{ unanimous: true, executory_from: '2025-11-20' },
    });
  const days = { partner: '2025-12-01', metropole: '2025-12-10' };
  for (const party of shape.signedBy ?? (signed ? (['partner', 'metropole'] as const) : []))
    await insert(statement, 'convention_signature', {
      convention_id,
      party,
      signed_on: days[party],
      signatory: 'La maire',
    });
}

async function writeThread(
  statement: Statement,
  { managerId }: ConventionGround,
  convention_id: string,
  moves: Past['moves'],
): Promise<void> {
  let from_state: ConventionState = 'drafted';
  for (const [index, [action, to_state]] of moves.entries()) {
    const bySystem = action === 'enter-into-force' || action === 'reach-term';
    await insert(statement, 'convention_move', {
      ...{ convention_id, action, from_state, to_state, at: `2025-12-${10 + index}T08:00:00Z` },
      ...{ account_id: bySystem ? null : managerId, role: bySystem ? 'system' : 'plan-manager' },
    });
    from_state = to_state;
  }
}
