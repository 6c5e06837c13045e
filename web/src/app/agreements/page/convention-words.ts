import type { ConventionPage, ConventionThreadEntry, DeliberationRequest } from '@parc/api-client';
import { CONVENTION_ACTION_WORDS, CONVENTION_STATE_WORDS, type ConventionParty, ROLE_WORDS } from '@parc/domain';
import { counted, dayOfYear, type PathStep, type ThreadEntry } from '@parc/ui';

type Conclusion = Pick<
  ConventionPage,
  'state' | 'sentOn' | 'approvedOn' | 'signedOn' | 'fromDay' | 'toDay' | 'endedOn' | 'file'
>;

/** How many of the five first steps are behind a convention in each state. */
const REACHED: Record<ConventionPage['state'], number> = {
  drafted: 0,
  sent: 1,
  approved: 2,
  signed: 3,
  'in-force': 4,
  expired: 5,
  renewed: 5,
  ended: 5,
};

/** Its life as a line: past steps dated, the present one with what it waits for, its term at the end. */
export function conventionPath(page: Conclusion): PathStep[] {
  const over = REACHED[page.state] === 5;
  const steps: { readonly label: string; readonly at: string | null; readonly due?: string | null }[] = [
    { label: 'Transmise', at: page.sentOn },
    { label: 'Approuvée', at: page.approvedOn ?? page.file?.deliberation?.councilOn ?? null },
    { label: 'Signée', at: page.signedOn },
    { label: 'En vigueur', at: page.fromDay, due: page.fromDay },
    {
      label: over ? CONVENTION_STATE_WORDS[page.state].word : 'Terme',
      at: page.endedOn ?? page.toDay,
      due: page.toDay,
    },
  ];
  const reached = REACHED[page.state];
  return steps.map(({ label, at, due }, index) => {
    const state = index < reached ? 'past' : index === reached ? 'present' : 'future';
    const day = state === 'past' ? at : state === 'present' ? (due ?? null) : null;
    const note = day === null ? '' : `${state === 'present' ? 'le ' : ''}${dayOfYear(day)}`;
    return { label, state, ...(note === '' ? {} : { note }) };
  });
}

/** The thread newest first, what is awaited before it. */
export function conventionThread(page: Pick<ConventionPage, 'thread' | 'next' | 'state'>): ThreadEntry[] {
  const awaited: ThreadEntry[] =
    page.next === null || page.state === 'renewed'
      ? []
      : [{ id: 'awaited', title: page.next.replace(/\.$/, ''), kind: 'awaited' }];
  return [...awaited, ...page.thread.map(threadEntry)];
}

function threadEntry({ id, action, role, at, happenedOn, reason }: ConventionThreadEntry): ThreadEntry {
  return {
    id,
    title: CONVENTION_ACTION_WORDS[action],
    actor: role === 'system' ? 'Parc École' : ROLE_WORDS[role].toLowerCase(),
    at,
    kind: role === 'system' ? 'system' : 'done',
    ...(happenedOn === null ? {} : { detail: `date de l’acte : ${dayOfYear(happenedOn)}` }),
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

/** Who a party is on this convention's page. */
export function partyWord(party: ConventionParty, partyName: string): string {
  return party === 'metropole' ? 'La métropole' : partyName;
}

export const RUNNING_COST_WORDS = {
  metropole: 'La métropole',
  partner: 'L’autre partie',
  shared: 'Partagés entre les parties',
} as const;
