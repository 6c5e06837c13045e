import type { ConventionPage, DeliberationRequest, VisaRequest } from '@parc/api-client';
import {
  type Act,
  type ConventionKind,
  conventionWarnings,
  conventionWarningSentence,
  isPlainDate,
  type PlainDate,
  votesPossible,
  CONVENTION_KINDS,
} from '@parc/domain';
import { type FormField, type FormSpec, textOf, type Values, wholeOf, YES } from '../../shell/forms/fields';

/** An act cited by the deliberation, as it is typed. */
export interface VisaDraft {
  readonly title: string;
  readonly number: string;
  readonly on: string;
}

export const NO_VISA: VisaDraft = { title: '', number: '', on: '' };

const WHOLE_NAMES = ['membersInOffice', 'present', 'proxies', 'votesFor', 'votesAgainst', 'abstentions'] as const;
const DAY_NAMES = ['convenedOn', 'certifiedOn', 'transmittedOn', 'publishedOn', 'executoryFrom'] as const;

/** The deliberation of a council, or the decision of a body, as the act itself says it. */
export function actForm({
  kind,
  file,
  id,
  partyName,
}: Pick<ConventionPage, 'kind' | 'file' | 'id' | 'partyName'>): FormSpec {
  const act = file?.deliberation ?? null;
  const { publicAct, council } = CONVENTION_KINDS[kind];
  return {
    id: `act ${id}`,
    heading: publicAct ? `La délibération, ${partyName}` : `La décision de ${partyName}`,
    text: 'Recopiez l’acte tel qu’il est écrit. Des dates qui se contredisent sont signalées, jamais refusées.',
    sections: [
      { fields: identityFields(act, publicAct, council) },
      { heading: 'Présents et votes', fields: voteFields(act) },
      { heading: 'Dates de l’acte', text: 'Laissez vide ce que l’acte ne dit pas.', fields: dayFields(act, publicAct) },
    ],
    button: publicAct ? 'Enregistrer la délibération' : 'Enregistrer la décision',
  };
}

function identityFields(act: DeliberationRequest | null, publicAct: boolean, council: string): FormField[] {
  return [
    {
      name: 'council',
      label: publicAct ? 'Conseil' : 'Organe',
      type: 'text',
      initial: act?.council ?? council,
      required: 'Dites qui a décidé.',
    },
    {
      name: 'councilOn',
      label: 'Date de la séance',
      type: 'date',
      half: true,
      initial: act?.councilOn ?? '',
      required: 'Donnez la date de la séance.',
    },
    { name: 'number', label: 'Numéro', type: 'text', most: 60, half: true, initial: act?.number ?? '' },
    {
      name: 'signatory',
      label: 'Autorise à signer',
      type: 'text',
      initial: act?.signatory ?? '',
      help: 'La qualité suffit : « Le maire ou son adjointe déléguée ».',
    },
  ];
}

function voteFields(act: DeliberationRequest | null): FormField[] {
  const labels: Record<(typeof WHOLE_NAMES)[number], string> = {
    membersInOffice: 'Membres en exercice',
    present: 'Présents',
    proxies: 'Pouvoirs',
    votesFor: 'Pour',
    votesAgainst: 'Contre',
    abstentions: 'Abstentions',
  };
  const fields = WHOLE_NAMES.map((name): FormField => {
    const initial = act?.[name] == null ? '' : String(act[name]);
    const check = (value: string, values: Values): string => {
      if (Number(value) > 1000) return 'Mille au plus.';
      return name === 'votesFor' && !votesFit(values) ? 'Il y a plus de votes que de présents et de pouvoirs.' : '';
    };
    return { name, label: labels[name], type: 'whole', half: true, initial, check };
  });
  const unanimous: FormField = {
    name: 'unanimous',
    label: 'Adopté à l’unanimité',
    type: 'flag',
    initial: act?.unanimous ? YES : '',
  };
  return [...fields, unanimous];
}

function dayFields(act: DeliberationRequest | null, publicAct: boolean): FormField[] {
  const labels: Record<(typeof DAY_NAMES)[number], string> = {
    convenedOn: 'Convocation',
    certifiedOn: 'Extrait certifié conforme',
    transmittedOn: 'Transmission à la préfecture',
    publishedOn: 'Publication ou notification',
    executoryFrom: 'Exécutoire à partir du',
  };
  const names = publicAct ? DAY_NAMES : (['convenedOn', 'certifiedOn'] as const);
  return names.map((name) => ({ name, label: labels[name], type: 'date', half: true, initial: act?.[name] ?? '' }));
}

function votesFit(values: Values): boolean {
  const [present, proxies, votesFor, votesAgainst, abstentions] = WHOLE_NAMES.slice(1).map((name) =>
    wholeOf(values, name),
  );
  return votesPossible({
    present: present ?? null,
    proxies: proxies ?? null,
    votesFor: votesFor ?? null,
    votesAgainst: votesAgainst ?? null,
    abstentions: abstentions ?? null,
  });
}

export function actRequest(values: Values, visas: readonly VisaDraft[]): DeliberationRequest {
  const wholes = Object.fromEntries(WHOLE_NAMES.map((name) => [name, wholeOf(values, name)]));
  const days = Object.fromEntries(DAY_NAMES.map((name) => [name, textOf(values, name)]));
  return {
    council: textOf(values, 'council') ?? '',
    councilOn: textOf(values, 'councilOn') ?? '',
    number: textOf(values, 'number'),
    signatory: textOf(values, 'signatory'),
    unanimous: values['unanimous'] === YES,
    visas: visas.filter(({ title }) => title.trim() !== '').map(visaRequest),
    ...wholes,
    ...days,
  };
}

function visaRequest({ title, number, on }: VisaDraft): VisaRequest {
  return { title: title.trim(), number: number.trim() || null, on: on || null };
}

export function visaDrafts({ file }: Pick<ConventionPage, 'file'>): readonly VisaDraft[] {
  return (file?.deliberation?.visas ?? []).map(({ title, number, on }) => ({
    title,
    number: number ?? '',
    on: on ?? '',
  }));
}

/** What is odd in what was typed so far, in sentences; it is said and never blocks. */
export function oddities(
  kind: ConventionKind,
  values: Values,
  visas: readonly VisaDraft[],
  signedOn: readonly string[],
  today: PlainDate,
): readonly string[] {
  const request = actRequest(values, visas);
  if (!isPlainDate(request.councilOn)) return [];
  const known = (day: string | null | undefined): string | null => (day && isPlainDate(day) ? day : null);
  const act: Act = {
    councilOn: request.councilOn,
    unanimous: request.unanimous,
    membersInOffice: request.membersInOffice ?? null,
    present: request.present ?? null,
    proxies: request.proxies ?? null,
    votesFor: request.votesFor ?? null,
    votesAgainst: request.votesAgainst ?? null,
    abstentions: request.abstentions ?? null,
    convenedOn: known(request.convenedOn),
    certifiedOn: known(request.certifiedOn),
    transmittedOn: known(request.transmittedOn),
    publishedOn: known(request.publishedOn),
    executoryFrom: known(request.executoryFrom),
    visas: request.visas.map(({ title, number, on }) => ({ title, number: number ?? null, on: known(on) })),
  };
  return conventionWarnings(kind, act, signedOn, today).map(conventionWarningSentence);
}
