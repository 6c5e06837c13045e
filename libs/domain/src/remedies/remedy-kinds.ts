import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';

/** What a remedy is for: a device, of one family or of any, or a service. */
export const REMEDY_ABOUTS = kindRows<{ readonly word: string }>()({
  device: { word: 'Un appareil' },
  service: { word: 'Un service' },
});
export type RemedyAbout = Kind<typeof REMEDY_ABOUTS>;
export const REMEDY_ABOUT_NAMES = kindsOf(REMEDY_ABOUTS);

/** What whoever reads it before a report says of it. */
export const REMEDY_ANSWERS = kindRows<{ readonly word: string }>()({
  shown: { word: 'Montré' },
  helped: { word: 'Cela a réglé le problème' },
  declined: { word: 'Non, signaler' },
});
export type RemedyAnswer = Kind<typeof REMEDY_ANSWERS>;
export const REMEDY_ANSWER_NAMES = kindsOf(REMEDY_ANSWERS);

/** One gesture a line: what a teacher does in a minute before class. */
export const remedySteps = (steps: string): string[] =>
  steps
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "Montré 40 fois, a réglé 12 pannes": how many of a hundred; null: nobody has seen it. */
export const helpedPercent = ({ shown, helped }: { shown: number; helped: number }): number | null =>
  shown === 0 ? null : Math.round((Math.min(helped, shown) / shown) * 100);
