import type { SteeringBudget, SteeringOverview } from '@parc/api-client';
import {
  type Role,
  SCOPE_OF_ROLE,
  type ScopeKind,
  type Tone,
  SECTORS,
  kindsOf,
  CONVENTIONS_IN_FORCE,
  ORDERS_LOST,
} from '@parc/domain';
import { counted, NARROW_SPACE, wholeNumber } from '@parc/ui';

export type BudgetKind = SteeringBudget['kind'];
export type Sector = SteeringBudget['sector'];

/** A figure as a card: what, how much, of what it is counted, and how it stands. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly counts: string;
  readonly state: { readonly tone: Tone; readonly word: string } | null;
}

/** A difference of fewer points is not worth a sentence. */
const TELLING_POINTS = 5;

export function sectorWord(sector: Sector): string {
  return SECTORS[sector].word;
}

/** "320 000 €": whole euros, for what is read from afar; the table has the cents. @param cents integer cents */
function wholeEuros(cents: number): string {
  return `${wholeNumber(Math.round(cents / 100))}${NARROW_SPACE}€`;
}

/** Share of the opened budget that is committed or spent, in whole percent; 0 where nothing is opened. */
export function usedPercent(budget: Pick<SteeringBudget, 'openedCents' | 'committedCents' | 'spentCents'>): number {
  if (budget.openedCents <= 0) return 0;
  return Math.round(((budget.committedCents + budget.spentCents) * 100) / budget.openedCents);
}

type BudgetSum = Omit<SteeringBudget, 'sector' | 'kind' | 'year'>;

/** One line of several; null of none. */
function sumBudgets(budgets: readonly SteeringBudget[]): BudgetSum | null {
  if (budgets.length === 0) return null;
  const sum = (of: (budget: SteeringBudget) => number): number => budgets.reduce((all, each) => all + of(each), 0);
  return {
    openedCents: sum(({ openedCents }) => openedCents),
    reservedCents: sum(({ reservedCents }) => reservedCents),
    committedCents: sum(({ committedCents }) => committedCents),
    spentCents: sum(({ spentCents }) => spentCents),
    availableCents: sum(({ availableCents }) => availableCents),
    schools: sum(({ schools }) => schools),
  };
}

/** How the title names the schools of the reader, one and several; a body runs its own without more words. */
const OWN_SCHOOLS: Partial<Record<ScopeKind, readonly [one: string, many: string]>> = {
  commune: ['école publique', 'écoles publiques'],
  'managing-body': ['école', 'écoles'],
};

/** Whether the figures are of the reader's own schools, not of the plan. */
export function readsOwnSchools(role: Role | null): boolean {
  return ownWords(role) !== null;
}

function ownWords(role: Role | null): readonly [one: string, many: string] | null {
  return (role === null ? null : OWN_SCHOOLS[SCOPE_OF_ROLE[role]]) ?? null;
}

/** Whether the reader runs private schools: theirs are named so where there is none. */
function runsPrivate(role: Role | null): boolean {
  return role !== null && SCOPE_OF_ROLE[role] === 'managing-body';
}

/** The answer as the page's title. */
export function overviewTitle({ schools, schoolsThatOrdered, year }: SteeringOverview, role: Role | null): string {
  if (schools === 0) return `Aucune école${runsPrivate(role) ? ' privée' : ''} dans votre périmètre`;
  const words = ownWords(role);
  const own = words !== null;
  if (schools === 1) {
    const one = own ? 'Votre école' : 'L’école';
    return schoolsThatOrdered === 0 ? `${one} n’a pas encore commandé en ${year}` : `${one} a commandé en ${year}`;
  }
  const all = counted(schools, ...(words ?? (['école', 'écoles'] as const)));
  const verb = schoolsThatOrdered === 1 ? 'a' : 'ont';
  if (schoolsThatOrdered === 0) return `${own ? 'Aucune de vos' : 'Aucune des'} ${all} n’a encore commandé en ${year}`;
  if (schoolsThatOrdered === schools) return `${own ? 'Vos' : 'Les'} ${all} ont toutes commandé en ${year}`;
  return `${wholeNumber(schoolsThatOrdered)} ${own ? 'de vos' : 'des'} ${all} ${verb} commandé en ${year}`;
}

/** What is said instead of figures. */
export function noFigures(role: Role | null): string {
  return runsPrivate(role)
    ? 'Les chiffres portent sur les écoles privées que vous gérez. Les unités d’enseignement se suivent depuis leur liste.'
    : 'Les chiffres apparaissent ici dès qu’une école est dans votre périmètre.';
}

/** The first figures, each with its unit and what it counts. */
export function figures(overview: SteeringOverview): readonly Figure[] {
  const { schools, schoolsThatOrdered, blockedSchools, medianDays, year, budgets } = overview;
  const budget = sumBudgets(budgets.filter((each) => each.year === year && each.kind === 'installation'));
  return [
    {
      id: 'ordered',
      label: 'Écoles qui ont commandé',
      value: String(schools === 0 ? 0 : Math.round((schoolsThatOrdered * 100) / schools)),
      unit: '%',
      counts: `${wholeNumber(schoolsThatOrdered)} sur ${counted(schools, 'école')}, en ${year}`,
      state: null,
    },
    {
      id: 'used',
      label: 'Budget d’installation employé',
      value: budget === null ? '–' : String(usedPercent(budget)),
      unit: budget === null ? '' : '%',
      counts:
        budget === null
          ? `aucun budget n’est ouvert en ${year}`
          : `${wholeEuros(budget.committedCents + budget.spentCents)} engagés ou réalisés sur ${wholeEuros(budget.openedCents)}`,
      state: null,
    },
    {
      id: 'delay',
      label: 'Délai d’installation',
      value: medianDays === null ? '–' : String(medianDays),
      unit: medianDays === null ? '' : medianDays < 2 ? 'jour' : 'jours',
      counts:
        medianDays === null ? `aucune installation déclarée en ${year}` : 'de l’envoi à l’installation, en médiane',
      state: null,
    },
    {
      id: 'blocked',
      label: 'Écoles sans convention en vigueur',
      value: String(blockedSchools),
      unit: blockedSchools < 2 ? 'école' : 'écoles',
      counts:
        blockedSchools === 0
          ? `les ${counted(schools, 'école')} peuvent commander aujourd’hui`
          : `sur ${wholeNumber(schools)}, sans commande possible aujourd’hui`,
      state: blockedSchools === 0 ? { tone: 'done', word: 'Toutes couvertes' } : { tone: 'waiting', word: 'À suivre' },
    },
  ];
}

/** One bar of the budgets chart. */
export interface BudgetRow extends SteeringBudget {
  readonly label: string;
  /** Length of the bar beside the longest, 0 to 100. */
  readonly lengthPercent: number;
  readonly usedPercent: number;
  readonly words: string;
  /** Whole cents, rounded down: an average. */
  readonly perSchoolCents: number;
}

/** Budgets of one kind, newest year first, public before private; the longest bar is the largest budget of all. */
export function budgetRows(budgets: readonly SteeringBudget[], kind: BudgetKind): readonly BudgetRow[] {
  const chosen = budgets.filter((budget) => budget.kind === kind);
  const sectors = new Set(chosen.map(({ sector }) => sector));
  const largest = Math.max(1, ...chosen.map(({ openedCents }) => openedCents));
  return [...chosen]
    .sort((one, other) => other.year - one.year || other.sector.localeCompare(one.sector))
    .map((budget) => ({
      ...budget,
      label: sectors.size > 1 ? `${budget.year} · ${sectorWord(budget.sector)}` : String(budget.year),
      lengthPercent: (budget.openedCents * 100) / largest,
      usedPercent: usedPercent(budget),
      words:
        budget.openedCents === 0
          ? wholeEuros(0)
          : `${wholeEuros(budget.openedCents)}, ${usedPercent(budget)} % employés`,
      perSchoolCents: budget.schools === 0 ? 0 : Math.floor(budget.openedCents / budget.schools),
    }));
}

/** What the chart says, as its title. */
export function budgetSentence(rows: readonly BudgetRow[], year: number): string {
  const ofYear = rows.filter((row) => row.year === year);
  const all = sumBudgets(ofYear);
  if (all === null) return `Aucun budget n’est ouvert en ${year}`;
  if (all.openedCents === 0) return `Aucun crédit n’a servi en ${year}`;
  const whole = `En ${year}, ${usedPercent(all)} % du budget est engagé ou réalisé`;
  const [open, other] = kindsOf(SECTORS).map((each) => ofYear.find(({ sector }) => sector === each));
  if (open === undefined || other === undefined) return whole;
  const points = open.usedPercent - other.usedPercent;
  if (Math.abs(points) < TELLING_POINTS)
    return `${whole}, autant dans le ${sectorWord(open.sector)} que dans le ${sectorWord(other.sector)}`;
  const [told, beside] = [sectorWord(other.sector), sectorWord(open.sector)];
  return `${whole} : le ${told} en emploie ${Math.abs(points)} points de ${points > 0 ? 'moins' : 'plus'} que le ${beside}`;
}

/** "1 204 commandes envoyées en 2026, 38 refusées ou annulées". */
export function ordersSentence({ orders, year }: SteeringOverview): string {
  const total = orders.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `Aucune commande envoyée en ${year}`;
  const lost = orders.filter(({ state }) => ORDERS_LOST.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const sent = `${counted(total, 'commande envoyée', 'commandes envoyées')} en ${year}`;
  return lost === 0
    ? `${sent}, aucune refusée`
    : `${sent}, ${counted(lost, 'refusée ou annulée', 'refusées ou annulées')}`;
}

/** "52 conventions sur 57 sont en vigueur". */
export function conventionsSentence({ conventions }: SteeringOverview): string {
  const total = conventions.reduce((sum, { count }) => sum + count, 0);
  const inForce = conventions
    .filter(({ state }) => CONVENTIONS_IN_FORCE.includes(state))
    .reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'Aucune convention n’est préparée';
  if (total === 1) return inForce === 1 ? 'La convention est en vigueur' : 'La convention n’est pas en vigueur';
  return `${counted(inForce, 'convention')} sur ${total} ${inForce < 2 ? 'est' : 'sont'} en vigueur`;
}
