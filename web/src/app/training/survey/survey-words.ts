import type { SurveyGiven, SurveyResult } from '@parc/api-client';
import {
  kindChoices,
  SURVEY_GRADED,
  SURVEY_GRADED_NAMES,
  SURVEY_GRADES,
  SURVEY_LEAST_ANSWERS,
  SURVEY_USES,
  type SurveyGraded,
  type SurveyUse,
} from '@parc/domain';
import { counted } from '@parc/ui';

/** What is typed so far: empty where nothing is chosen. */
export interface SurveyTyped {
  readonly useful: string;
  readonly level: string;
  readonly uses: string;
  readonly remark: string;
}

export const NOTHING_TYPED: SurveyTyped = { useful: '', level: '', uses: '', remark: '' };

interface Question {
  readonly name: SurveyGraded | 'uses';
  readonly asks: string;
  readonly options: readonly { value: string; label: string }[];
}

const SURVEY_USE_ASKED = 'Vous en servirez-vous en classe dans le mois ?';

/** Three questions, each answered by one touch. */
export const SURVEY_QUESTIONS: readonly Question[] = [
  ...SURVEY_GRADED_NAMES.map((name) => ({
    ...{ name, asks: SURVEY_GRADED[name].asks },
    options: SURVEY_GRADES.map(({ grade, word }) => ({ value: `${grade}`, label: word })),
  })),
  { name: 'uses', asks: SURVEY_USE_ASKED, options: kindChoices(SURVEY_USES) },
];

export const typedOf = (given: SurveyGiven | null): SurveyTyped =>
  given === null
    ? NOTHING_TYPED
    : {
        ...{ useful: `${given.useful}`, level: `${given.level}`, uses: given.uses },
        remark: given.remark ?? '',
      };

/** Null while one of the three is without an answer. */
export function givenOf({ useful, level, uses, remark }: SurveyTyped): SurveyGiven | null {
  if (useful === '' || level === '' || uses === '') return null;
  return { useful: Number(useful), level: Number(level), uses: uses as SurveyUse, remark: remark.trim() || null };
}

/** "5 réponses sur 9 personnes venues"; of too few, that they are not told yet. */
export function answeredWords({ asked, answered }: Pick<SurveyResult, 'asked' | 'answered'>): string {
  const came = counted(asked, 'personne interrogée', 'personnes interrogées');
  return answered === null
    ? `${came}. Les réponses se lisent à partir de ${SURVEY_LEAST_ANSWERS}, pour que personne ne s’y reconnaisse.`
    : `${counted(answered, 'réponse')} sur ${came}, sans les noms`;
}

interface Bar {
  readonly word: string;
  readonly people: number;
  /** Of those who answered, in hundredths. */
  readonly share: number;
}

/** What is told of each question, the best first; nothing while too few have answered. */
export function surveyBars(result: SurveyResult): readonly { word: string; bars: readonly Bar[] }[] {
  const { answered } = result;
  if (answered === null) return [];
  const bar = (word: string, people: number): Bar => ({ word, people, share: Math.round((100 * people) / answered) });
  const graded = SURVEY_GRADED_NAMES.map((name) => ({
    word: SURVEY_GRADED[name].word,
    bars: result[name].map(({ grade, people }) => bar(SURVEY_GRADES[grade - 1]!.word, people)).reverse(),
  }));
  const used = result.uses.map(({ use, people }) => bar(SURVEY_USES[use].word, people));
  return [...graded, { word: 'Servira en classe dans le mois', bars: used }];
}
