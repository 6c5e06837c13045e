import { FIGURE_STATES, type Figure, figureState, type FigureTarget, leadingOf, type TrendPoint } from './figures.js';
import { figureText, frenchNumber } from './figure-words.js';
import type { Indicator } from './indicator.js';
import { HEADLINE_KEYS, indicatorOf, indicatorsOf } from './indicators.js';
import { OBJECTIVES, type Objective, PLAN_OBJECTIVES } from './objectives.js';

/** A figure with its curve, as the API answers it and as editions keep it. */
export interface FigureInTime {
  readonly key: string;
  readonly figure: (Figure & TrendPoint & { readonly masked: boolean }) | null;
  readonly beside: Pick<Figure, 'value'> | null;
  readonly curve: readonly (Figure & TrendPoint)[];
  readonly target: FigureTarget | null;
}

/** What the annual report tells, as its page reads it and its PDF prints it: words and shares, no number left to work out. */
export interface ReportData {
  title: string;
  subtitle: string;
  meetingOn: string;
  dataDay: string;
  number: number;
  extent: ReportExtent;
  words: { goodNews: string; worry: string; decision: string };
  headlines: ReportHeadline[];
  money: ReportMoney[];
  objectives: { name: string; place: number | null; figures: ReportFigure[] }[];
}

export interface ReportExtent {
  schools: number;
  teachingUnits: number;
  communes: number;
  devices: number;
  orders: number;
  tickets: number;
}

export interface ReportMoney {
  kind: string;
  openedCents: number;
  spentCents: number;
  committedCents: number;
}

export interface ReportHeadline {
  objective: string;
  figure: string;
  counted: string;
  first: string;
  target: string | null;
  /** Of the way from the first value to the target, 0 to 1; null without a target. */
  way: number | null;
  state: string | null;
}

export interface ReportFigure {
  name: string;
  sentence: string;
  notSaid: string;
  figure: string;
  beside: string;
  target: string;
  state: string;
  /** « 263 sur 276 » */
  coverage: string;
}

/** The figures of an edition in words. */
export function reportFigures(figures: readonly FigureInTime[]): Pick<ReportData, 'headlines' | 'objectives'> {
  const of = (key: string) => figures.find((figure) => figure.key === key);
  const objectives = [...PLAN_OBJECTIVES, 'across' as Objective].map((objective) => ({
    name: OBJECTIVES[objective].word,
    place: OBJECTIVES[objective].place,
    figures: indicatorsOf(objective).flatMap((indicator) => {
      const figure = of(indicator.key);
      return figure ? [figureRow(indicator, figure)] : [];
    }),
  }));
  return {
    headlines: HEADLINE_KEYS.flatMap((key) => {
      const figure = of(key);
      return figure ? [headline(indicatorOf(key), figure)] : [];
    }),
    objectives: objectives.filter((objective) => objective.figures.length > 0),
  };
}

function headline(indicator: Indicator, answer: FigureInTime): ReportHeadline {
  const { figure, curve, target } = answer;
  const first = curve.find(({ value }) => value !== null) ?? null;
  return {
    objective: OBJECTIVES[indicator.objective].short,
    figure: figure ? leadingText(indicator, leadingOf(indicator, figure)) : '—',
    counted: indicator.leads === 'numerator' ? indicator.counted[0] : indicator.name,
    first: first ? leadingText(indicator, leadingOf(indicator, first)) : '—',
    target: target ? targetText(indicator, target) : null,
    way: figure && first ? wayTo(first.value, figure.value, target) : null,
    state: stateWord(indicator, answer),
  };
}

const leadingText = (indicator: Indicator, value: number | null): string =>
  indicator.leads === 'numerator' ? (value === null ? '—' : frenchNumber(value)) : figureText(indicator, value);

/** A count is read beside a share only where both are nothing. */
const targetText = (indicator: Indicator, { value }: FigureTarget): string =>
  indicator.leads === 'numerator' && value === 0 ? '0' : figureText(indicator, value);

function wayTo(first: number | null, now: number | null, target: FigureTarget | null): number | null {
  if (first === null || now === null || target === null) return null;
  if (first === target.value) return 1;
  return Math.min(1, Math.max(0, (now - first) / (target.value - first)));
}

function stateWord(indicator: Indicator, { figure, curve, target }: FigureInTime): string | null {
  const first = curve.find(({ value }) => value !== null) ?? null;
  const state = figureState(indicator, first, figure, target);
  return state === null ? null : FIGURE_STATES[state].word;
}

function figureRow(indicator: Indicator, answer: FigureInTime): ReportFigure {
  const { figure, beside, target } = answer;
  return {
    ...{ name: indicator.name, sentence: indicator.sentence, notSaid: indicator.notSaid },
    figure: figure?.masked ? 'moins de 5' : figureText(indicator, figure?.value ?? null),
    beside: figureText(indicator, beside?.value ?? null),
    target: target ? figureText(indicator, target.value) : '',
    state: stateWord(indicator, answer) ?? '',
    coverage: figure ? `${frenchNumber(figure.known)} sur ${frenchNumber(figure.population)}` : '',
  };
}
