import { type EnvelopeKind, kindsOf } from '@parc/domain';
import { ENVELOPE_KINDS, allocate } from '@parc/domain';
import { instantAt } from './days.js';
import { inSentence } from './french-names.js';
import type { People } from './people.js';
import { allocationRuleOf, reserveOf } from './plan-rules.js';
import type { EnvelopeRow } from './rows.js';
import type { Directory, Site } from './sites.js';
import { isWithoutContract } from './sites.js';
import type { Workshop } from './workshop.js';

/** Money that came into an envelope, or left it for another. */
export interface Opening {
  at: string;
  kind: 'allocation' | 'transfer';
  amountCents: number;
  actor: string;
  reason: string | null;
  runId: string | null;
  pairId: string | null;
}

export interface Envelope {
  row: EnvelopeRow;
  site: Site | null;
  openings: Opening[];
}

export interface Envelopes {
  all: Envelope[];
  of(site: Site | null, year: number, kind?: EnvelopeKind): Envelope;
}

export const FIRST_YEAR = 2023;
/** Allotted by hand to the sign-in page's school, so that its story has room. */
const TILLEULS_CENTS = 290_000;
const TILLEULS_TRANSFER_CENTS = 20_000;

/** What was opened in an envelope at an instant, in cents. */
export function openedAt(envelope: Envelope, at: string): number {
  return envelope.openings.reduce((sum, opening) => sum + (opening.at <= at ? opening.amountCents : 0), 0);
}

/** Two envelopes a site and a year, the plan's reserve beside them, with what was allotted and moved. */
export function makeBudgets(workshop: Workshop, directory: Directory, people: People, scale: number): Envelopes {
  const byKey = new Map<string, Envelope>();
  const keyOf = (site: Site | null, year: number, kind: EnvelopeKind): string =>
    `${site?.school.id ?? 'reserve'}/${year}/${kind}`;
  for (let year = FIRST_YEAR; year <= workshop.year; year++) {
    for (const kind of kindsOf(ENVELOPE_KINDS)) {
      for (const site of [null, ...directory.sites]) {
        const row: EnvelopeRow = {
          id: workshop.identify(`${year}-01-01T00:00:00.000Z`),
          school_id: site?.school.id ?? null,
          year,
          kind,
          closed_on: closingDay(workshop, year),
        };
        workshop.rows.envelope.push(row);
        byKey.set(keyOf(site, year, kind), { row, site, openings: [] });
      }
    }
  }
  const envelopes: Envelopes = {
    all: [...byKey.values()],
    of: (site, year, kind = 'installation') => byKey.get(keyOf(site, year, kind))!,
  };
  for (let year = FIRST_YEAR; year <= workshop.year; year++) {
    for (const kind of kindsOf(ENVELOPE_KINDS)) allot(workshop, directory, people, envelopes, { year, kind, scale });
    addComplements(workshop, directory, people, envelopes, year);
    addTransfers(workshop, directory, people, envelopes, year);
  }
  return envelopes;
}

/** A year closes on 31 December; while January and February bring its last certifications, it is still open. */
function closingDay(workshop: Workshop, year: number): string | null {
  if (year >= workshop.year) return null;
  return workshop.today >= `${year + 1}-03-01` ? `${year}-12-31` : null;
}

/** Voted sums reach the schools in March of the plan's first year, on the first working day of January afterwards. */
export function allotmentInstant(workshop: Workshop, year: number): string {
  const planned =
    year === FIRST_YEAR
      ? instantAt('2023-03-23', '09:30')
      : instantAt(workshop.days.officeDay(`${year}-01-01`, 1), '08:30');
  return planned < workshop.now ? planned : `${year}-01-01T00:00:00.000Z`;
}

function allot(
  workshop: Workshop,
  directory: Directory,
  people: People,
  envelopes: Envelopes,
  { year, kind, scale }: { year: number; kind: EnvelopeKind; scale: number },
): void {
  const rule = allocationRuleOf(kind, year, scale);
  const fixed = fixedByHand(workshop, directory, kind, year);
  const allocation = allocate(
    rule,
    directory.sites.map((site) => {
      // The figures of the last known school year: those of September before.
      const { classes, pupils } = site.figures.get(year - 1)!;
      const { uai, priority } = site.school;
      return { uai, classes, pupils, priority, fixedCents: fixed.get(uai)?.amountCents ?? null };
    }),
  );
  if ('refused' in allocation) throw new Error(`The allocation of ${year} was refused: ${allocation.refused}`);
  const at = allotmentInstant(workshop, year);
  const manager = people.managers.all[0]!;
  const runId = workshop.identify(at);
  const reason =
    year === FIRST_YEAR ? 'Première année du plan, délibération du 9 février 2023' : `Budget primitif ${year}`;
  workshop.rows.allocation_run.push({
    id: runId,
    year,
    kind,
    rule: { ...rule, fixed: [...fixed].map(([uai, hand]) => ({ uai, ...hand })) },
    reason,
    account_id: manager,
    applied_at: at,
  });
  const open = (site: Site | null, amountCents: number, why: string | null): void => {
    if (amountCents === 0) return;
    const opening: Opening = { at, kind: 'allocation', amountCents, actor: manager, reason: why, runId, pairId: null };
    envelopes.of(site, year, kind).openings.push(opening);
  };
  allocation.shares.forEach((share, position) => {
    open(directory.sites[position]!, share.amountCents, fixed.get(share.uai)?.reason ?? null);
  });
  open(null, reserveOf(kind, scale), 'Réserve du plan');
}

function fixedByHand(
  workshop: Workshop,
  directory: Directory,
  kind: EnvelopeKind,
  year: number,
): Map<string, { amountCents: number; reason: string }> {
  const fixed = new Map<string, { amountCents: number; reason: string }>();
  for (const site of directory.sites.filter(isWithoutContract)) {
    fixed.set(site.school.uai, { amountCents: 0, reason: 'École hors contrat, jamais éligible' });
  }
  if (kind === 'maintenance' || year < workshop.year) return fixed;
  const hand: [name: string, amountCents: number, reason: string][] = [
    ['École élémentaire des Tilleuls', TILLEULS_CENTS, 'deux classes et une valise de plus'],
    ['École élémentaire des Marronniers', 340_000, 'école pilote des écrans interactifs'],
    ['École maternelle de la Rivière', 140_000, 'classe ouverte en janvier'],
    ['École primaire du Clos Fleuri', 230_000, 'dédoublement de CP'],
    ['École privée du Mollard', 76_000, 'reliquat de l’an passé rendu'],
  ];
  for (const [name, amountCents, reason] of hand) {
    const site = directory.sites.find((one) => one.school.name === name)!;
    fixed.set(site.school.uai, { amountCents, reason });
  }
  return fixed;
}

/** A class that opens in September brings a little more. */
function addComplements(
  workshop: Workshop,
  directory: Directory,
  people: People,
  envelopes: Envelopes,
  year: number,
): void {
  const at = instantAt(workshop.days.officeDayOnOrAfter(`${year}-09-15`), '10:05');
  if (at >= workshop.now) return;
  const grown = directory.sites
    .filter((site) => site.figures.get(year)!.classes > site.figures.get(year - 1)!.classes && !isWithoutContract(site))
    .slice(0, 6);
  for (const site of grown) {
    envelopes.of(site, year).openings.push({
      at,
      kind: 'allocation',
      amountCents: 10_000,
      actor: people.managers.other,
      reason: 'complément, une classe ouverte à la rentrée',
      runId: null,
      pairId: null,
    });
  }
}

/** From the plan's reserve to schools that asked: pairs that sum to nothing. */
function addTransfers(
  workshop: Workshop,
  directory: Directory,
  people: People,
  envelopes: Envelopes,
  year: number,
): void {
  const random = workshop.random(`transfers ${year}`);
  const move = (site: Site, day: string, amountCents: number): void => {
    const at = instantAt(day, `${random.whole(10, 16)}:${random.whole(10, 59)}`);
    if (at >= workshop.now || at <= allotmentInstant(workshop, year)) return;
    const common = {
      at,
      kind: 'transfer' as const,
      actor: people.managers.all[0]!,
      runId: null,
      pairId: workshop.identify(at),
    };
    const school = `${inSentence(site.school.name)}, ${site.commune.name}`;
    envelopes.of(null, year).openings.push({ ...common, amountCents: -amountCents, reason: `versé à ${school}` });
    envelopes.of(site, year).openings.push({ ...common, amountCents, reason: 'une classe ouverte à la rentrée' });
  };
  const asking = random.shuffled(
    directory.sites.filter((site) => !isWithoutContract(site) && site !== directory.tilleuls),
  );
  for (const site of asking.slice(0, 9)) {
    const month = String(random.whole(4, 10)).padStart(2, '0');
    const day = workshop.days.officeDayOnOrAfter(`${year}-${month}-${random.whole(10, 25)}`);
    move(site, day, random.whole(5, 30) * 1_000);
  }
  if (year === workshop.year) {
    move(directory.tilleuls, workshop.days.officeDay(workshop.today, -34), TILLEULS_TRANSFER_CENTS);
  }
}
