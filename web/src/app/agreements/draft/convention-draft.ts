import type {
  ConventionPage,
  ConventionPartyAnswer,
  ConventionPromiseRequest,
  ConventionRequest,
  ConventionSiteRequest,
} from '@parc/api-client';
import {
  CONVENTION_KINDS,
  type ConventionKind,
  kindChoices,
  PARTNERS,
  partnerReferences,
  RUNNING_COSTS,
  USUAL_CONVENTION,
} from '@parc/domain';
import { type FormField, type FormSpec, textOf, type Values } from '../../shell/forms/fields';

/** A school that the convention names, with its own dates when they are not the convention's. */
export interface SiteDraft {
  readonly schoolId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

export type PromiseDraft = ConventionPromiseRequest;

/** The form of a draft; the promises and the schools stand beside it. @param kind the one chosen now */
export function conventionForm(
  page: ConventionPage | null,
  parties: readonly ConventionPartyAnswer[],
  kind: ConventionKind,
): FormSpec {
  return {
    id: page?.id ?? 'convention',
    sections: [
      { fields: [...partyFields(page, parties, kind), ...termFields(page)] },
      { fields: costFields(page, kind) },
    ].filter(({ fields }) => fields.length > 0),
    button: page === null ? 'Enregistrer le brouillon' : 'Enregistrer',
  };
}

function partyFields(
  page: ConventionPage | null,
  parties: readonly ConventionPartyAnswer[],
  kind: ConventionKind,
): FormField[] {
  const { label, choose } = PARTNERS[CONVENTION_KINDS[kind].partner];
  const party: FormField = {
    name: 'partyId',
    label,
    type: 'select',
    options: [
      { value: '', label: 'Choisir' },
      ...parties.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
    ],
    initial: page?.communeId ?? page?.managingBodyId ?? '',
    ...(choose === null ? {} : { required: choose }),
  };
  return [
    {
      name: 'kind',
      label: 'Avec qui',
      type: 'choice',
      options: kindChoices(CONVENTION_KINDS),
      initial: page?.kind ?? USUAL_CONVENTION,
    },
    ...(choose === null ? [] : [party]),
    {
      name: 'number',
      label: 'Numéro',
      type: 'text',
      most: 60,
      initial: page?.number ?? '',
      required: 'Donnez un numéro.',
    },
    { name: 'title', label: 'Titre', type: 'text', initial: page?.title ?? '', required: 'Donnez un titre.' },
  ];
}

function termFields(page: ConventionPage | null): FormField[] {
  return [
    {
      name: 'fromDay',
      label: 'Du',
      type: 'date',
      half: true,
      initial: page?.fromDay ?? '',
    },
    {
      name: 'toDay',
      label: 'Au, inclus',
      type: 'date',
      half: true,
      initial: page?.toDay ?? '',
      check: (value, values) => ((values['fromDay'] ?? '') > value ? 'Le terme vient avant le début.' : ''),
    },
  ];
}

/** A commune's convention rests on the plan itself; a body's says its basis and who bears running costs. */
function costFields(page: ConventionPage | null, kind: ConventionKind): FormField[] {
  if (CONVENTION_KINDS[kind].terms === null) return [];
  return [
    {
      name: 'legalBasis',
      label: 'Fondement juridique',
      type: 'text',
      most: 300,
      initial: page?.file?.legalBasis ?? '',
    },
    {
      name: 'runningCosts',
      label: 'Qui porte les frais de fonctionnement',
      type: 'select',
      options: [{ value: '', label: 'Non précisé' }, ...kindChoices(RUNNING_COSTS)],
      initial: page?.file?.runningCosts ?? '',
    },
  ];
}

/** The title proposed for a party; a person may write another. */
export function proposedTitle(kind: ConventionKind, partyName: string): string {
  const { partner, title } = CONVENTION_KINDS[kind];
  return partyName === '' && PARTNERS[partner].name === null ? '' : title(partyName);
}

export function conventionRequest(
  values: Values,
  promises: readonly PromiseDraft[],
  sites: readonly SiteDraft[],
): ConventionRequest {
  const kind = values['kind'] as ConventionKind;
  return {
    kind,
    number: textOf(values, 'number') ?? '',
    title: textOf(values, 'title') ?? '',
    ...partnerReferences(kind, textOf(values, 'partyId')),
    fromDay: textOf(values, 'fromDay'),
    toDay: textOf(values, 'toDay'),
    legalBasis: textOf(values, 'legalBasis'),
    runningCosts: textOf(values, 'runningCosts') as ConventionRequest['runningCosts'],
    promises: promises.map(({ party, text }) => ({ party, text: text.trim() })).filter(({ text }) => text !== ''),
    sites: sites.map(siteRequest),
  };
}

/** A date left empty is the convention's own. */
function siteRequest({ schoolId, fromDay, toDay }: SiteDraft): ConventionSiteRequest {
  return { schoolId, ...(fromDay === '' ? {} : { fromDay }), ...(toDay === '' ? {} : { toDay }) };
}

/** Sites of a convention that is drafted: dates that are the convention's own follow it. */
export function siteDrafts({
  sites,
  fromDay,
  toDay,
}: Pick<ConventionPage, 'sites' | 'fromDay' | 'toDay'>): SiteDraft[] {
  return sites.map((site) => ({
    schoolId: site.schoolId,
    fromDay: site.fromDay === fromDay ? '' : site.fromDay,
    toDay: site.toDay === toDay ? '' : site.toDay,
  }));
}
