import type { SchoolSector } from '../directory/school-kinds.js';
import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';

/** What a sum of it could tell: nothing of anybody, of persons, of money that belongs to one party. */
export type Subject = 'schools' | 'persons' | 'money';

export interface AxisRow {
  /** At the head of a breakdown; null: the reader chooses no such axis, it is whose figures they are. */
  readonly word: string | null;
  /** Whether figures of this subject may be broken down so (rules.md 20, axes A, B and C). */
  readonly of: Readonly<Record<Subject, boolean>>;
  /** Whether its parts are many and have names of their own, rather than words of a list. */
  readonly named: boolean;
}

const ALL = { schools: true, persons: true, money: true } as const;
const NO_MONEY = { schools: true, persons: true, money: false } as const;
const SCHOOLS_ONLY = { schools: true, persons: false, money: false } as const;

/**
 * What a figure is broken down by, one at a time. A commune's money is that of its public schools alone: no total from which
 * a private school's could be taken.
 */
export const AXES = kindRows<AxisRow>()({
  plan: { word: null, of: ALL, named: false },
  sector: { word: 'Secteur', of: ALL, named: false },
  kind: { word: 'Nature', of: { schools: true, persons: false, money: true }, named: false },
  network: { word: 'Réseau', of: ALL, named: false },
  commune: { word: 'Commune', of: NO_MONEY, named: true },
  'public-commune': { word: null, of: ALL, named: true },
  circonscription: { word: 'Circonscription', of: ALL, named: true },
  body: { word: null, of: ALL, named: true },
  size: { word: 'Taille d’école', of: SCHOOLS_ONLY, named: false },
  'commune-size': { word: 'Taille de commune', of: SCHOOLS_ONLY, named: false },
  quartile: { word: 'Indice social', of: SCHOOLS_ONLY, named: false },
});
export type Axis = Kind<typeof AXES>;
export const AXIS_NAMES = kindsOf(AXES);

/** The axes of a figure that a reader chooses from. */
export const axesOf = (subject: Subject): readonly Axis[] =>
  kindsWhere(AXES, ({ word, of }) => word !== null && of[subject]);

/** What an indicator says of its axes: those of its subject, or fewer. */
interface BrokenDown {
  readonly subject: Subject;
  readonly axes?: readonly Axis[];
}

/** The axes of one figure that a reader chooses from. */
export const axesOfFigure = ({ subject, axes }: BrokenDown): readonly Axis[] =>
  axesOf(subject).filter((axis) => axes?.includes(axis) ?? true);

/** What a reader narrows figures by. */
export const CHOICES = ['sector', 'kind', 'network'] as const;
export type Choice = (typeof CHOICES)[number];

interface Narrowing {
  readonly by: readonly Choice[];
  readonly axes: readonly Axis[];
}

/**
 * What a figure is narrowed by, and on which axes. Sums of persons are narrowed by sector and network over the whole plan, and no
 * further: of each commune by sector and network there would be so few that most were masked, and wider sums with them.
 */
export const narrowingOf = (figure: BrokenDown): Narrowing =>
  figure.subject === 'persons'
    ? { by: ['sector', 'network'], axes: ['plan', 'sector', 'network'] }
    : { by: CHOICES, axes: ['plan', ...axesOfFigure(figure)] };

/** Whether a figure is worked out so: along an axis, narrowed by what is chosen; empty or left out: not. */
export function mayNarrow(figure: BrokenDown, axis: Axis, chosen: Readonly<Partial<Record<Choice, string>>>): boolean {
  const { by, axes } = narrowingOf(figure);
  const narrowed = CHOICES.filter((choice) => (chosen[choice] ?? '') !== '');
  return narrowed.length === 0 || (axes.includes(axis) && narrowed.every((choice) => by.includes(choice)));
}

/** The axes that are worked out for a figure: those that a reader chooses from, and those whose figures they are. */
export const computedAxesOf = (figure: BrokenDown): readonly Axis[] =>
  kindsWhere(AXES, ({ word, of }) => word === null && of[figure.subject]).concat(axesOfFigure(figure));

/** Pupils under which a school is small, and from which it is large: bounds of the axis *taille d'école*. */
export const SCHOOL_SIZES = kindRows<{ readonly word: string; readonly from: number }>()({
  small: { word: 'moins de 80 élèves', from: 0 },
  middle: { word: '80 à 179 élèves', from: 80 },
  large: { word: '180 élèves et plus', from: 180 },
});

/** Inhabitants, likewise. */
export const COMMUNE_SIZES = kindRows<{ readonly word: string; readonly from: number }>()({
  small: { word: 'moins de 2 000 habitants', from: 0 },
  middle: { word: '2 000 à 9 999 habitants', from: 2_000 },
  large: { word: '10 000 habitants et plus', from: 10_000 },
});

/** Quarters of the social index, the least favoured first; schools without an index stand apart. */
export const SOCIAL_QUARTILES = kindRows<{ readonly word: string }>()({
  '1': { word: 'quart le moins favorisé' },
  '2': { word: 'deuxième quart' },
  '3': { word: 'troisième quart' },
  '4': { word: 'quart le plus favorisé' },
  none: { word: 'sans indice' },
});

/** The quarters that a difference is taken of: the least favoured, less the most favoured. */
export const SOCIAL_GAP = { of: '1', to: '4' } as const satisfies Record<string, keyof typeof SOCIAL_QUARTILES>;

/** Whose figure a quotient sets beside whose: private schools beside public ones. */
export const PARITY = { of: 'private', to: 'public' } as const satisfies Record<string, SchoolSector>;
