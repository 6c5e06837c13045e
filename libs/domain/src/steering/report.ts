import { FIGURE_STATES, type FigureInTime, firstShown, isFigureShown, leadingOf, standingOf } from './figures.js';
import { figureText, frenchNumber, leadingTarget, leadingText, NO_FIGURE } from './figure-words.js';
import type { Indicator } from './indicator.js';
import { HEADLINE_KEYS, indicatorOf, indicatorsOf } from './indicators.js';
import { OBJECTIVES, type Objective, PLAN_OBJECTIVES } from './objectives.js';

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
  const { curve, target } = answer;
  const figure = isFigureShown(answer.figure) ? answer.figure : null;
  const first = firstShown(curve);
  const aim = figure && target ? leadingTarget(indicator, target.value, figure) : null;
  const [began, now] = [first && leadingOf(indicator, first), figure && leadingOf(indicator, figure)];
  const text = (value: number | null) => (value === null ? NO_FIGURE : leadingText(indicator, value));
  return {
    objective: OBJECTIVES[indicator.objective].short,
    figure: text(now),
    counted: indicator.leads === 'numerator' ? indicator.counted[0] : indicator.name,
    first: text(began),
    target: aim === null ? null : text(aim),
    way: wayTo(began, now, aim),
    state: stateWord(indicator, answer),
  };
}

function wayTo(began: number | null, now: number | null, aim: number | null): number | null {
  if (began === null || now === null || aim === null) return null;
  if (began === aim) return 1;
  return Math.min(1, Math.max(0, (now - began) / (aim - began)));
}

function stateWord(indicator: Indicator, answer: FigureInTime): string | null {
  const state = standingOf(indicator, answer);
  return state === null ? null : FIGURE_STATES[state].word;
}

/** As on a screen: of few persons or too little known, no number. */
function figureRow(indicator: Indicator, answer: FigureInTime): ReportFigure {
  const { figure, beside, target } = answer;
  const text = (told: FigureInTime['beside']) => figureText(indicator, isFigureShown(told) ? told.value : null);
  return {
    ...{ name: indicator.name, sentence: indicator.sentence, notSaid: indicator.notSaid },
    figure: figure?.masked ? 'masqué' : text(figure),
    beside: text(beside),
    target: target ? figureText(indicator, target.value) : '',
    state: stateWord(indicator, answer) ?? '',
    coverage: figure ? `${frenchNumber(figure.known)} sur ${frenchNumber(figure.population)}` : '',
  };
}
