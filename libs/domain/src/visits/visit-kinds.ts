import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';

/** What a visit gathers: each kind has its owner, which says what was done of it there and what is left (`VisitSource` of the API). */
export const VISIT_PARTS = kindRows<{ readonly word: string; readonly one: string; readonly many: string }>()({
  ticket: { word: 'Ticket', one: 'ticket', many: 'tickets' },
  order: { word: 'Commande', one: 'commande', many: 'commandes' },
});
export type VisitPartKind = Kind<typeof VISIT_PARTS>;
export const VISIT_PART_NAMES = kindsOf(VISIT_PARTS);

interface ResultRow {
  readonly word: string;
  readonly tone: 'done' | 'idle' | 'progress' | 'waiting';
  readonly icon: 'check' | 'circle' | 'calendar' | 'clock';
}

/** How far a part was brought. */
export const VISIT_RESULTS = kindRows<ResultRow>()({
  done: { word: 'Fait', tone: 'done', icon: 'check' },
  begun: { word: 'À reprendre', tone: 'progress', icon: 'calendar' },
  waiting: { word: 'En attente', tone: 'waiting', icon: 'clock' },
  noted: { word: 'Signalé', tone: 'idle', icon: 'circle' },
});
export type VisitResult = Kind<typeof VISIT_RESULTS>;
export const VISIT_RESULT_NAMES = kindsOf(VISIT_RESULTS);

/** Who was met, by what they do there: never by their name. */
export const VISIT_MET = kindRows<{ readonly word: string; readonly article: string }>()({
  head: { word: 'La direction', article: 'la direction de l’école' },
  teacher: { word: 'Un enseignant', article: 'un enseignant ou une enseignante' },
  staff: { word: 'Un agent de l’école', article: 'un agent de l’école' },
  commune: { word: 'La mairie', article: 'un agent de la commune' },
});
export type VisitMet = Kind<typeof VISIT_MET>;
export const VISIT_MET_NAMES = kindsOf(VISIT_MET);

interface EndingRow {
  readonly word: string;
  /** As the minutes say it. */
  readonly said: string;
  /** Somebody of the school was there: whom is said. */
  readonly meets: boolean;
  /** A drawn signature comes with it. */
  readonly signed: boolean;
  /** The head's own code has said it, on the spot: proven apart, and never kept but sealed. */
  readonly coded: boolean;
  /** Nobody has proven it at the door: the school says it afterwards. */
  readonly confirmedLater: boolean;
}

/** How a visit ends at the school's door. */
export const VISIT_ENDINGS = kindRows<EndingRow>()({
  signed: {
    ...{ word: 'Signature', said: 'Signé sur place' },
    ...{ meets: true, signed: true, coded: false, confirmedLater: false },
  },
  code: {
    ...{ word: 'Code de la direction', said: 'Confirmé sur place par le code de la direction' },
    ...{ meets: true, signed: false, coded: true, confirmedLater: false },
  },
  later: {
    ...{ word: 'L’école confirmera', said: 'À confirmer par la direction' },
    ...{ meets: true, signed: false, coded: false, confirmedLater: true },
  },
  nobody: {
    ...{ word: 'Personne sur place', said: 'Personne de l’école sur place' },
    ...{ meets: false, signed: false, coded: false, confirmedLater: false },
  },
});
export type VisitEnding = Kind<typeof VISIT_ENDINGS>;
export const VISIT_ENDING_NAMES = kindsOf(VISIT_ENDINGS);
/** What the report itself may say; the others are proven by their own route. */
export const VISIT_ENDINGS_TOLD = kindsWhere(VISIT_ENDINGS, ({ coded }) => !coded);
/** Who says it by a code. */
export const VISIT_ENDING_CODED = 'code' satisfies VisitEnding;
/** What is left to the school: a code that was typed without a network and proves nothing leads here. */
export const VISIT_ENDING_LATER = 'later' satisfies VisitEnding;
/** As it is said once the school has. */
export const VISIT_CONFIRMED_SINCE = 'Confirmé ensuite par la direction';
export const VISIT_ENDINGS_CONFIRMED_LATER = kindsWhere(VISIT_ENDINGS, ({ confirmedLater }) => confirmedLater);

/** What a photo of a visit is. */
export const VISIT_PHOTOS = kindRows<{ readonly word: string }>()({
  work: { word: 'Photo' },
  signature: { word: 'Signature' },
});
export type VisitPhotoKind = Kind<typeof VISIT_PHOTOS>;
export const VISIT_PHOTO_NAMES = kindsOf(VISIT_PHOTOS);
/** Of one visit, the signature among them. */
export const PHOTOS_PER_VISIT = 13;

/** Characters of what is written of a visit. */
export const VISIT_TEXT_CHARACTERS = 2000;
/** Hours after which the system ends a visit in which nothing was done. */
export const VISIT_LONG_OPEN_HOURS = 24;
/** How long ago a phone may say that a visit began. */
export const VISIT_BEGUN_WITHIN_DAYS = 60;

/** What still waits for somebody. */
export const isLeftToDo = ({ result }: { readonly result: VisitResult }): boolean => result !== 'done';
