import { kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';

interface AboutRow {
  word: string;
  /** What must be told of it, and nothing else may be. */
  tells: 'moduleId' | 'modelId' | null;
}

/** What a trainer's visit is about. */
// prettier-ignore
export const SUPPORT_ABOUTS = kindRows<AboutRow>()({
  use:    { word: 'Un usage en classe',         tells: null },
  module: { word: 'Un module de formation',     tells: 'moduleId' },
  model:  { word: 'Un équipement de l’école',   tells: 'modelId' },
});
export type SupportAbout = Kind<typeof SUPPORT_ABOUTS>;
export const SUPPORT_ABOUT_NAMES = kindsOf(SUPPORT_ABOUTS);

/** With whom the visit takes place. */
export const SUPPORT_LEVELS = kindRows<{ word: string }>()({
  ps: { word: 'Petite section' },
  ms: { word: 'Moyenne section' },
  gs: { word: 'Grande section' },
  cp: { word: 'CP' },
  ce1: { word: 'CE1' },
  ce2: { word: 'CE2' },
  cm1: { word: 'CM1' },
  cm2: { word: 'CM2' },
  several: { word: 'Plusieurs niveaux' },
});
export type SupportLevel = Kind<typeof SUPPORT_LEVELS>;
export const SUPPORT_LEVEL_NAMES = kindsOf(SUPPORT_LEVELS);

/** What a request is about, as it is asked. */
export interface AboutTold {
  about: SupportAbout;
  moduleId: string | null;
  modelId: string | null;
}

/** Is what its kind asks for told, and nothing of the other kinds? */
export const isAboutWhole = (asked: AboutTold): boolean =>
  (['moduleId', 'modelId'] as const).every(
    (name) => (SUPPORT_ABOUTS[asked.about].tells === name) === (asked[name] !== null),
  );

/** « Prendre en main l’écran interactif », « Tablette Tabelo 10 », « Un usage en classe ». */
export const aboutSaid = (request: {
  about: SupportAbout;
  moduleTitle: string | null;
  modelName: string | null;
}): string => request.moduleTitle ?? request.modelName ?? SUPPORT_ABOUTS[request.about].word;

/** A visit is told in quarters of an hour; a day of class holds no longer one. */
export const SUPPORT_STEP_MINUTES = 15;
export const SUPPORT_MOST_MINUTES = 480;
