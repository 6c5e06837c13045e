import { CONVENTION_KINDS, type ConventionKind } from './convention-kinds.js';
import { french } from '../words/french.js';

/**
 * Dates and counts of an act as it was written. Real acts contradict themselves (the one this product starts from cites
 * a decision dated after its own council): they are entered as they are, and warn (rules.md 9).
 */
export interface Act {
  councilOn: string;
  membersInOffice: number | null;
  present: number | null;
  proxies: number | null;
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  unanimous: boolean;
  convenedOn: string | null;
  certifiedOn: string | null;
  transmittedOn: string | null;
  publishedOn: string | null;
  executoryFrom: string | null;
  /** Acts it cites, with their dates. */
  visas: readonly { title: string; number: string | null; on: string | null }[];
}

export const CONVENTION_WARNINGS = [
  'convened-after-council',
  'visa-after-council',
  'certified-before-council',
  'transmitted-before-council',
  'published-before-council',
  'executory-before-formalities',
  'council-to-come',
  'present-above-office',
  'quorum-missing',
  'unanimity-contradicted',
  'executory-unknown',
  'signed-before-executory',
  'signed-before-council',
] as const;
export type ConventionWarningCode = (typeof CONVENTION_WARNINGS)[number];

export interface ConventionWarning {
  code: ConventionWarningCode;
  /** What it is about: the number or title of the act that is cited. */
  subject: string | null;
}

/** `{subject}` is filled in. */
const SENTENCES: Record<ConventionWarningCode, string> = {
  'convened-after-council': 'La convocation porte une date postérieure à la séance.',
  'visa-after-council': 'Un acte visé ({subject}) porte une date postérieure à la séance.',
  'certified-before-council': 'L’extrait est certifié à une date antérieure à la séance.',
  'transmitted-before-council': 'La transmission porte une date antérieure à la séance.',
  'published-before-council': 'La publication porte une date antérieure à la séance.',
  'executory-before-formalities': 'L’acte est dit exécutoire avant sa transmission ou sa publication.',
  'council-to-come': 'La date de séance est à venir.',
  'present-above-office': 'Il y a plus de présents que de membres en exercice.',
  'quorum-missing': 'Les présents ne font pas la majorité des membres en exercice.',
  'unanimity-contradicted': 'L’acte dit l’unanimité, mais compte des voix contre ou des abstentions.',
  'executory-unknown': 'La convention est signée sans que soit connue la date à laquelle l’acte est exécutoire.',
  'signed-before-executory': 'Une signature précède la date à laquelle l’acte est exécutoire.',
  'signed-before-council': 'Une signature précède la séance.',
};

export function conventionWarningSentence({ code, subject }: ConventionWarning): string {
  return french(SENTENCES[code].replace('{subject}', subject ?? ''));
}

/**
 * Everything odd about an act and the signatures it allows; nothing here ever blocks.
 * @param signedOn days of the signatures recorded so far
 */
export function conventionWarnings(
  kind: ConventionKind,
  act: Act,
  signedOn: readonly string[],
  today: string,
): ConventionWarning[] {
  const { councilOn, present, membersInOffice } = act;
  const before = (day: string | null) => day !== null && day < councilOn;
  const lastFormality =
    [act.transmittedOn, act.publishedOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const found: [boolean, ConventionWarningCode, string?][] = [
    [act.convenedOn !== null && act.convenedOn > councilOn, 'convened-after-council'],
    ...act.visas.map(({ title, number, on }): [boolean, ConventionWarningCode, string] => [
      on !== null && on > councilOn,
      'visa-after-council',
      number ? `n° ${number}` : title,
    ]),
    [before(act.certifiedOn), 'certified-before-council'],
    [before(act.transmittedOn), 'transmitted-before-council'],
    [before(act.publishedOn), 'published-before-council'],
    [
      act.executoryFrom !== null && lastFormality !== null && act.executoryFrom < lastFormality,
      'executory-before-formalities',
    ],
    [councilOn > today, 'council-to-come'],
    [present !== null && membersInOffice !== null && present > membersInOffice, 'present-above-office'],
    [present !== null && membersInOffice !== null && present * 2 <= membersInOffice, 'quorum-missing'],
    [act.unanimous && ((act.votesAgainst ?? 0) > 0 || (act.abstentions ?? 0) > 0), 'unanimity-contradicted'],
    ...signatureWarnings(kind, act, signedOn),
  ];
  return found.filter(([odd]) => odd).map(([, code, subject]) => ({ code, subject: subject ?? null }));
}

/** A private body's decision is no public act: nothing makes it executory. */
function signatureWarnings(
  kind: ConventionKind,
  act: Act,
  signedOn: readonly string[],
): [boolean, ConventionWarningCode][] {
  const { publicAct } = CONVENTION_KINDS[kind];
  const { executoryFrom } = act;
  return [
    [publicAct && signedOn.length > 0 && executoryFrom === null, 'executory-unknown'],
    [publicAct && executoryFrom !== null && signedOn.some((day) => day < executoryFrom), 'signed-before-executory'],
    [signedOn.some((day) => day < act.councilOn), 'signed-before-council'],
  ];
}

/** More votes than present and represented members: this one is refused, for it cannot be (rules.md 9). */
export function votesPossible(
  act: Pick<Act, 'present' | 'proxies' | 'votesFor' | 'votesAgainst' | 'abstentions'>,
): boolean {
  if (act.present === null) return true;
  return (act.votesFor ?? 0) + (act.votesAgainst ?? 0) + (act.abstentions ?? 0) <= act.present + (act.proxies ?? 0);
}
