import type { ConventionPage, ConventionThreadEntry, DeliberationRequest, SignatureAnswer } from '@parc/api-client';
import { CONVENTION_ACTION_WORDS, CONVENTION_STATES, type ConventionParty, ROLE_WORDS } from '@parc/domain';
import { counted, dayOfYear, type PathStep, type ThreadEntry } from '@parc/ui';
import { partyInSentence } from './party-words';

type Conclusion = Pick<
  ConventionPage,
  'state' | 'sentOn' | 'approvedOn' | 'signedOn' | 'fromDay' | 'toDay' | 'endedOn' | 'file'
>;

/** Its life as a line: past steps dated, the present one with what it waits for, its term at the end. */
export function conventionPath(page: Conclusion): PathStep[] {
  const { phase, behind: reached, word } = CONVENTION_STATES[page.state];
  const steps: { readonly label: string; readonly at: string | null; readonly due?: string | null }[] = [
    { label: 'Transmise', at: page.sentOn },
    { label: 'Approuvée', at: page.approvedOn ?? page.file?.deliberation?.councilOn ?? null },
    { label: 'Signée', at: page.signedOn },
    { label: 'En vigueur', at: page.fromDay, due: page.fromDay },
    {
      label: phase === 'over' ? word : 'Terme',
      at: page.endedOn ?? page.toDay,
      due: page.toDay,
    },
  ];
  return steps.map(({ label, at, due }, index) => {
    const state = index < reached ? 'past' : index === reached ? 'present' : 'future';
    const day = state === 'past' ? at : state === 'present' ? (due ?? null) : null;
    const note = day === null ? '' : `${state === 'present' ? 'le ' : ''}${dayOfYear(day)}`;
    return { label, state, ...(note === '' ? {} : { note }) };
  });
}

type Told = Pick<ConventionPage, 'thread' | 'next' | 'state' | 'kind' | 'partyName' | 'file'>;

/** The thread newest first, what is awaited before it. */
export function conventionThread(page: Told): ThreadEntry[] {
  const awaited: ThreadEntry[] =
    page.next === null || !CONVENTION_STATES[page.state].awaited
      ? []
      : [{ id: 'awaited', title: page.next.replace(/\.$/, ''), kind: 'awaited' }];
  const signed = signaturesOf(page);
  return [...awaited, ...page.thread.map((entry) => threadEntry(entry, page, signed.get(entry.id)))];
}

/** Whose signature each step of the thread recorded: the latest step takes the latest signature of its day. */
function signaturesOf({ thread, file }: Told): ReadonlyMap<string, SignatureAnswer> {
  const left = [...(file?.signatures ?? [])].reverse();
  const found = new Map<string, SignatureAnswer>();
  for (const { id, action, happenedOn } of thread) {
    const index = action === 'sign' ? left.findIndex(({ signedOn }) => signedOn === happenedOn) : -1;
    const [signature] = index < 0 ? [] : left.splice(index, 1);
    if (signature !== undefined) found.set(id, signature);
  }
  return found;
}

function threadEntry(
  { id, action, role, at, happenedOn, reason }: ConventionThreadEntry,
  page: Told,
  signature: SignatureAnswer | undefined,
): ThreadEntry {
  const details = [
    happenedOn === null ? '' : `date de l’acte : ${dayOfYear(happenedOn)}`,
    signature === undefined ? '' : signature.signatory,
  ].filter(Boolean);
  return {
    id,
    title:
      signature === undefined
        ? CONVENTION_ACTION_WORDS[action]
        : `Signée par ${partyInSentence(signature.party, page)}`,
    actor: role === 'system' ? 'Parc École' : ROLE_WORDS[role].toLowerCase(),
    kind: role === 'system' ? 'system' : 'done',
    at,
    ...(details.length === 0 ? {} : { detail: details.join(' · ') }),
    ...(reason === null ? {} : { reason }),
  };
}

/** "à l’unanimité", "25 voix pour, 2 contre, 1 abstention"; empty when the act does not say. */
export function voteWords(act: DeliberationRequest): string {
  const counts = [
    act.votesFor == null ? '' : `${counted(act.votesFor, 'voix', 'voix')} pour`,
    act.votesAgainst ? `${act.votesAgainst} contre` : '',
    act.abstentions ? counted(act.abstentions, 'abstention') : '',
  ].filter(Boolean);
  return [act.unanimous ? 'à l’unanimité' : '', counts.join(', ')].filter(Boolean).join(', ');
}

/** "29 membres en exercice, 27 présents, 2 pouvoirs" */
export function attendanceWords(act: DeliberationRequest): string {
  return [
    act.membersInOffice == null ? '' : `${counted(act.membersInOffice, 'membre')} en exercice`,
    act.present == null ? '' : counted(act.present, 'présent'),
    act.proxies == null ? '' : counted(act.proxies, 'pouvoir'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The dates of the act, in the order in which they should follow each other; what it does not say is left out. */
export function actDates(act: DeliberationRequest): readonly { readonly label: string; readonly day: string }[] {
  const dates: readonly [string, string | null | undefined][] = [
    ['Convocation', act.convenedOn],
    ['Séance', act.councilOn],
    ['Extrait certifié', act.certifiedOn],
    ['Transmission', act.transmittedOn],
    ['Publication', act.publishedOn],
    ['Exécutoire', act.executoryFrom],
  ];
  return dates.flatMap(([label, day]) => (day ? [{ label, day }] : []));
}

/** What schools without a convention in force may still do. @param count how many there are */
export function blockedHelp(count: number): string {
  const subject = count < 2 ? 'Elle prépare' : 'Elles préparent';
  return `${subject} des brouillons ; l’envoi attend une convention en vigueur.`;
}

/** Why a convention is not written again, and what is possible instead; null while it may be. */
export function lockedWords({ state, actions }: Pick<ConventionPage, 'state' | 'actions'>): string | null {
  if (actions.includes('edit')) return null;
  const standing = `Cette convention est ${CONVENTION_STATES[state].word.toLowerCase()}`;
  return actions.includes('recall')
    ? `${standing} : reprenez-la pour la modifier.`
    : `${standing} : elle ne se modifie plus.`;
}

/** Who a party is on this convention's page. */
export function partyWord(party: ConventionParty, partyName: string): string {
  return party === 'metropole' ? 'La métropole' : partyName;
}
