import type { FigureFilter } from './figure-filter';
import {
  addCalendarDays,
  kindChoices,
  kindsOf,
  PRIORITIES,
  SCHOOL_KINDS,
  schoolYearOf,
  SECTORS,
  capital,
} from '@parc/domain';
import type { FilterChip } from '@parc/ui';
import { type AddressWords, readOne } from '../../shell/lists/list-address';

/** How far back a curve goes. */
export const SPANS = {
  'trois-annees': { word: '3 années scolaires', years: 3 },
  'deux-annees': { word: '2 années scolaires', years: 2 },
  'cette-annee': { word: 'Cette année scolaire', years: 1 },
} as const;
export type Span = keyof typeof SPANS;
const SPAN_NAMES = Object.keys(SPANS) as Span[];

export interface BoardFilters extends FigureFilter {
  /** Null: since the plan began. */
  readonly span: Span | null;
}

export function readBoardFilters(words: AddressWords): BoardFilters {
  return {
    sector: readOne(words['secteur'], kindsOf(SECTORS)),
    kind: readOne(words['nature'], kindsOf(SCHOOL_KINDS)),
    network: readOne(words['reseau'], kindsOf(PRIORITIES)),
    span: readOne(words['periode'], SPAN_NAMES),
  };
}

/** As the API is asked. */
export function askedFigures({ sector, kind, network }: FigureFilter) {
  return { ...(sector && { sector }), ...(kind && { kind }), ...(network && { network }) };
}

/** The first day that a curve shows; null: its own first. @param today ISO date */
export function firstDay({ span }: BoardFilters, today: string): string | null {
  if (span === null) return null;
  const { startYear } = schoolYearOf(today);
  return addCalendarDays(`${startYear - SPANS[span].years + 1}-09-01`, 0);
}

export function boardChips(filters: BoardFilters, withSpan = true): readonly FilterChip[] {
  const spans = SPAN_NAMES.map((value) => ({ value, label: SPANS[value].word }));
  const named = (choices: readonly { value: string; label: string }[]) =>
    choices.map(({ value, label }) => ({ value, label: capital(label) }));
  return [
    ...(withSpan ? [{ id: 'periode', label: 'Tout le plan', value: filters.span, options: spans }] : []),
    { id: 'secteur', label: 'Public et privé', value: filters.sector, options: named(kindChoices(SECTORS)) },
    { id: 'nature', label: 'Toutes natures', value: filters.kind, options: named(kindChoices(SCHOOL_KINDS)) },
    { id: 'reseau', label: 'REP et hors REP', value: filters.network, options: named(kindChoices(PRIORITIES)) },
  ];
}

/** What the figures are of, for the paper and the wall: « écoles publiques, en REP ». */
export function filterWords({ sector, kind, network, span }: BoardFilters): string {
  const told = [
    sector === null ? 'public et privé' : `secteur ${SECTORS[sector].word}`,
    kind === null ? null : SCHOOL_KINDS[kind].word,
    network === null ? 'REP et hors REP' : PRIORITIES[network].word,
    span === null ? null : lowerFirst(SPANS[span].word),
  ];
  return told.filter((word) => word !== null).join(', ');
}

export const isNarrowed = ({ sector, kind, network }: FigureFilter): boolean =>
  sector !== null || kind !== null || network !== null;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
