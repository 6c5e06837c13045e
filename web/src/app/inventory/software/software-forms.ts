import type {
  LicenceListItem,
  NewSoftwareLicenceRequest,
  SoftwareClearanceRequest,
  SoftwareInstallRequest,
  SoftwareLicenceRequest,
  SoftwarePage,
  SoftwareTitleRequest,
} from '@parc/api-client';
import {
  kindChoices,
  kindsOf,
  SOFTWARE_CLEARANCES,
  SOFTWARE_HOSTINGS,
  type SoftwareClearance,
  type SoftwareHosting,
} from '@parc/domain';
import {
  centsOf,
  type FormField,
  type FormSpec,
  textOf,
  typedMoney,
  type Values,
  wholeOf,
  YES,
} from '../../shell/forms/fields';
import { VAT_CHOICES } from '../../shell/forms/price-fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

const whole = (name: string, label: string, most: number, more: Partial<FormField> = {}): FormField => ({
  ...{ name, label, type: 'whole', half: true },
  check: (value: string) => (Number(value) < 1 || Number(value) > most ? `Un nombre de 1 à ${most}.` : ''),
  ...more,
});

/** A title: new when none is given. @param items software of the catalogue */
export function titleForm(title: SoftwarePage | null, items: readonly Named[]): FormSpec {
  return {
    id: `logiciel ${title?.id ?? 'nouveau'} ${title?.version ?? ''}`,
    sections: [
      {
        fields: [
          {
            ...{ name: 'name', label: 'Nom', type: 'text', most: 200, required: 'Donnez son nom.' },
            initial: title?.name ?? '',
          },
          {
            ...{ name: 'publisher', label: 'Éditeur', type: 'text', most: 200, required: 'Dites qui l’édite.' },
            initial: title?.publisher ?? '',
          },
          {
            ...{ name: 'hosting', label: 'Où il fonctionne', type: 'select', options: kindChoices(SOFTWARE_HOSTINGS) },
            required: '',
            initial: title?.hosting ?? kindsOf(SOFTWARE_HOSTINGS)[0]!,
          },
          {
            ...{ name: 'free', label: 'Libre ou gratuit : ses postes ne se comptent pas', type: 'flag' },
            initial: title?.free ? YES : '',
          },
          {
            ...{ name: 'itemId', label: 'Article du catalogue', type: 'select', initial: title?.itemId ?? '' },
            options: [{ value: '', label: 'Aucun' }, ...items.map(({ id, name }) => ({ value: id, label: name }))],
            help: 'Une commande de cet article, une fois posée, s’ajoute ici d’elle-même.',
          },
          whole('unitSeats', 'Postes par unité commandée', 1000, { initial: String(title?.unitSeats ?? 1) }),
          whole('termMonths', 'Durée d’une unité, en mois', 120, {
            ...{ initial: title?.termMonths ? String(title.termMonths) : '', help: 'Vide : sans fin.' },
          }),
        ],
      },
    ],
    button: title === null ? 'Ajouter ce logiciel' : 'Enregistrer',
  };
}

export const titleRequest = (values: Values): SoftwareTitleRequest => ({
  ...{ name: textOf(values, 'name') ?? '', publisher: textOf(values, 'publisher') ?? '' },
  ...{ hosting: values['hosting'] as SoftwareHosting, free: values['free'] === YES },
  ...{ itemId: textOf(values, 'itemId'), unitSeats: wholeOf(values, 'unitSeats') ?? 1 },
  termMonths: wholeOf(values, 'termMonths'),
});

export const chosenClearance = (values: Values, title: SoftwarePage): SoftwareClearance =>
  kindsOf(SOFTWARE_CLEARANCES).find((clearance) => clearance === values['clearance']) ?? title.clearance;

/** What who answers for personal data said; what is asked follows what was said. */
export function clearanceForm(title: SoftwarePage, chosen: SoftwareClearance): FormSpec {
  const { said, conditions } = SOFTWARE_CLEARANCES[chosen];
  const day = (name: string, label: string, initial: string | null, more: Partial<FormField> = {}): FormField => ({
    ...{ name, label, type: 'date', half: true, initial: initial ?? '', ...more },
  });
  return {
    ...{ id: `avis ${title.id} ${title.version}`, heading: 'Avis sur les données personnelles' },
    sections: [
      {
        fields: [
          {
            ...{ name: 'clearance', label: 'Avis', type: 'select', initial: title.clearance },
            options: kindChoices(SOFTWARE_CLEARANCES),
          },
          ...(said
            ? [
                {
                  ...{ name: 'clearedBy', label: 'Rendu par', type: 'text' as const, most: 200 },
                  ...{ initial: title.clearedBy ?? '', required: 'Dites qui l’a rendu.' },
                  help: 'La personne ou l’instance qui répond des données personnelles.',
                },
                day('clearedOn', 'Le', title.clearedOn, { required: 'Dites quel jour.' }),
                day('reviewOn', 'À revoir le', title.reviewOn),
                {
                  ...{ name: 'reference', label: 'Référence', type: 'text' as const, most: 100 },
                  initial: title.clearanceReference ?? '',
                },
              ]
            : []),
          ...(conditions
            ? [
                {
                  ...{ name: 'conditions', label: 'Conditions', type: 'lines' as const, most: 1000 },
                  ...{ initial: title.clearanceConditions ?? '', required: 'Dites à quelles conditions.' },
                  help: 'Les écoles les lisent. N’écrivez le nom d’aucun élève.',
                },
              ]
            : []),
        ],
      },
    ],
    button: 'Enregistrer cet avis',
  };
}

export const clearanceRequest = (values: Values): SoftwareClearanceRequest => ({
  ...{ clearance: values['clearance'] as SoftwareClearance, clearedBy: textOf(values, 'clearedBy') },
  ...{ clearedOn: textOf(values, 'clearedOn'), reviewOn: textOf(values, 'reviewOn') },
  ...{ reference: textOf(values, 'reference'), conditions: textOf(values, 'conditions') },
});

/** What is bought, renewed or written again. */
export type LicenceTask =
  { readonly what: 'buy' } | { readonly what: 'renew' | 'write'; readonly licence: LicenceListItem };

export function licenceForm(titleId: string, task: LicenceTask, today: string): FormSpec {
  const former = task.what === 'buy' ? null : task.licence;
  const kept = task.what === 'write' ? task.licence : null;
  const headings = {
    buy: 'Ajouter une licence',
    renew: 'Reprendre cette licence par une autre',
    write: 'Modifier cette licence',
  };
  return {
    id: `licence ${titleId} ${task.what} ${former?.id ?? ''} ${former?.version ?? ''}`,
    // The school is asked before it, under a heading of its own.
    ...(task.what === 'buy' ? {} : { heading: headings[task.what] }),
    ...(task.what === 'renew' ? { text: 'Ce qui est installé sous l’ancienne passe sous la nouvelle.' } : {}),
    sections: [
      {
        fields: [
          {
            ...{ name: 'seats', label: 'Postes', type: 'whole', half: true, help: 'Vide : sans limite.' },
            initial: former?.seats === null || former === null ? '' : String(former.seats),
          },
          {
            ...{ name: 'edition', label: 'Version', type: 'text', most: 60, half: true, help: 'Vide : toutes.' },
            initial: former?.edition ?? '',
          },
          {
            ...{ name: 'fromDay', label: 'Du', type: 'date', half: true, required: 'Donnez son premier jour.' },
            initial: kept?.fromDay ?? today,
          },
          {
            ...{
              name: 'untilDay',
              label: 'Au',
              type: 'date',
              half: true,
              help: 'Dernier jour compris ; vide : sans fin.',
            },
            initial: kept?.untilDay ?? '',
          },
          {
            ...{ name: 'netCents', label: 'Prix hors taxe', type: 'money', half: true },
            initial: typedMoney(kept?.netCents),
          },
          {
            ...{ name: 'vatBasisPoints', label: 'TVA', type: 'select', half: true },
            ...{ initial: String(kept?.vatBasisPoints ?? 2_000), options: VAT_CHOICES },
          },
          {
            ...{ name: 'strict', label: 'Refuser un poste de plus que ceux achetés', type: 'flag' },
            initial: former?.strict ? YES : '',
          },
        ],
      },
    ],
    button: { buy: 'Ajouter cette licence', renew: 'Reprendre la licence', write: 'Enregistrer' }[task.what],
  };
}

function licenceRequest(values: Values, schoolId: string | null, contractId: string | null): SoftwareLicenceRequest {
  const netCents = centsOf(values, 'netCents');
  return {
    ...{ seats: wholeOf(values, 'seats'), edition: textOf(values, 'edition'), strict: values['strict'] === YES },
    ...{ fromDay: values['fromDay'] ?? '', untilDay: textOf(values, 'untilDay'), schoolId, contractId },
    ...{ netCents, vatBasisPoints: netCents === null ? null : wholeOf(values, 'vatBasisPoints') },
  };
}

/** @param schoolId whose a new one is; null: the plan's */
export const newLicenceRequest = (
  values: Values,
  task: LicenceTask,
  schoolId: string | null,
): NewSoftwareLicenceRequest => {
  const former = task.what === 'buy' ? null : task.licence;
  return {
    ...licenceRequest(values, former?.schoolId ?? schoolId, null),
    ...(former === null ? {} : { renewsId: former.id }),
  };
};

export const keptLicenceRequest = (values: Values, licence: LicenceListItem): SoftwareLicenceRequest =>
  licenceRequest(values, licence.schoolId, licence.contractId);

/** Where it is put: a device by its label, else a school as a whole. */
export function installForm(titleId: string): FormSpec {
  return {
    ...{ id: `installer ${titleId}`, heading: 'Installer sur un appareil' },
    sections: [
      {
        fields: [
          {
            ...{ name: 'mark', label: 'Étiquette ou n° de série', type: 'text', most: 60 },
            ...{
              required: 'Lisez ou tapez l’étiquette de l’appareil.',
              help: 'Un lecteur de codes peut l’écrire ici.',
            },
          },
          { name: 'edition', label: 'Version', type: 'text', most: 60 },
        ],
      },
    ],
    button: 'Installer',
  };
}

export const installRequest = (values: Values): SoftwareInstallRequest => ({
  ...{ mark: textOf(values, 'mark'), edition: textOf(values, 'edition') },
});
