import { parisDateOf } from '../calendar/paris-time.js';
import { addCalendarDays, type PlainDate } from '../calendar/plain-date.js';
import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

/** For so long after a session is closed those who came may answer, and answer otherwise. */
export const SURVEY_DAYS = 30;
/** Of fewer answers nothing is told: each of the people who came would know the others' by their own. */
export const SURVEY_LEAST_ANSWERS = 3;
/** Longest remark, in characters. */
export const SURVEY_REMARK_MOST = 500;
/** How far back a module's answers are told, in days: what it is now, not what it was. */
export const SURVEY_TOLD_DAYS = 366;

interface GradedRow {
  /** As it is asked. */
  asks: string;
  /** Over its figures. */
  word: string;
}

/** What is graded from 1 to 4. */
// prettier-ignore
export const SURVEY_GRADED = kindRows<GradedRow>()({
  useful: { asks: 'Cette session est-elle utile pour votre classe ?', word: 'Utile pour la classe' },
  level:  { asks: 'Le niveau vous convenait-il ?',                   word: 'Niveau adapté' },
});
export type SurveyGraded = Kind<typeof SURVEY_GRADED>;
export const SURVEY_GRADED_NAMES = kindsOf(SURVEY_GRADED);

/** Grades, the lowest first. */
export const SURVEY_GRADES = [
  { grade: 1, word: 'Pas du tout' },
  { grade: 2, word: 'Plutôt pas' },
  { grade: 3, word: 'Plutôt oui' },
  { grade: 4, word: 'Tout à fait' },
] as const;

/** Whether what was learnt will be of use in class within a month. */
export const SURVEY_USES = kindRows<{ word: string }>()({
  yes: { word: 'Oui' },
  perhaps: { word: 'Peut-être' },
  no: { word: 'Non' },
});
export type SurveyUse = Kind<typeof SURVEY_USES>;
export const SURVEY_USE_NAMES = kindsOf(SURVEY_USES);

const DAY = 86_400_000;

/** What was asked since then is still open. */
export const surveyOpenSince = (now: Date): Date => new Date(now.getTime() - SURVEY_DAYS * DAY);

/** The last whole day on which it can be answered, in Paris. */
export const surveyLastDay = (askedAt: Date): PlainDate => addCalendarDays(parisDateOf(askedAt), SURVEY_DAYS - 1);
