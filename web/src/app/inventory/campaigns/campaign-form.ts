import type { CampaignRequest, CampaignSchools } from '@parc/api-client';
import { kindChoices, SECTORS, type SchoolSector } from '@parc/domain';
import { counted } from '@parc/ui';
import { type FormSpec, textOf, type Values } from '../../shell/forms/fields';

/** Which schools a campaign is about: one, or all that the answers leave. */
export interface CampaignChoice {
  readonly schoolId?: string;
  readonly communeId?: string;
  readonly sector?: SchoolSector;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A campaign's days and its schools. @param one the school that it is about alone */
export function campaignForm(communes: readonly Named[], today: string, one: string | null): FormSpec {
  return {
    id: 'récolement',
    sections: [
      {
        fields: [
          {
            ...{ name: 'title', label: 'Nom du récolement', type: 'text', most: 120 },
            ...{ required: 'Donnez-lui un nom.', help: 'Les écoles le lisent : « Récolement de décembre 2026 ».' },
          },
          {
            ...{ name: 'fromDay', label: 'À partir du', type: 'date', half: true, initial: today },
            required: 'Donnez le premier jour.',
          },
          {
            ...{ name: 'toDay', label: 'Jusqu’au', type: 'date', half: true },
            required: 'Donnez le dernier jour.',
            check: (value, values) => (value < (values['fromDay'] ?? '') ? 'La fin vient avant le début.' : ''),
          },
        ],
      },
      ...(one === null
        ? [
            {
              heading: 'Les écoles',
              fields: [
                {
                  ...{ name: 'communeId', label: 'Commune', type: 'select' as const, half: true },
                  options: [
                    { value: '', label: 'Toutes' },
                    ...communes.map(({ id, name }) => ({ value: id, label: name })),
                  ],
                },
                {
                  ...{ name: 'sector', label: 'Secteur', type: 'select' as const, half: true },
                  options: [{ value: '', label: 'Tous' }, ...kindChoices(SECTORS)],
                },
              ],
            },
          ]
        : []),
    ],
    button: 'Ouvrir le récolement',
  };
}

export function campaignChoice(values: Values, schoolId: string | null): CampaignChoice {
  if (schoolId !== null) return { schoolId };
  const communeId = textOf(values, 'communeId');
  const sector = textOf(values, 'sector') as SchoolSector | null;
  return { ...(communeId === null ? {} : { communeId }), ...(sector === null ? {} : { sector }) };
}

export function campaignRequest(
  values: Values,
  chosen: { schoolId: string | null; modelIds: string[]; roomIds: string[] },
): CampaignRequest {
  const { schoolId, modelIds, roomIds } = chosen;
  return {
    ...{ title: values['title'] ?? '', fromDay: values['fromDay'] ?? '', toDay: values['toDay'] ?? '' },
    ...campaignChoice(values, schoolId),
    ...(modelIds.length === 0 ? {} : { modelIds }),
    ...(roomIds.length === 0 ? {} : { roomIds }),
  };
}

/** "42 écoles, 1 310 appareils ; 3 écoles laissées, leur récolement n’est pas fini". */
/** @param rooms how many are chosen of the school, 0 for all; @param models likewise: what they narrow is not counted before */
export function schoolsWords({ schools, devices, busy }: CampaignSchools, rooms = 0, models = 0): string {
  const what = [
    ...(rooms > 0 ? [counted(rooms, 'salle choisie', 'salles choisies')] : []),
    ...(models > 0 ? [counted(models, 'modèle choisi', 'modèles choisis')] : []),
  ];
  const narrowed = what.length > 0 ? what.join(', ') : counted(devices, 'appareil', 'appareils');
  const free = `${counted(schools, 'école', 'écoles')}, ${narrowed}`;
  const left =
    busy === 0
      ? ''
      : ` ; ${counted(busy, 'école est laissée : son récolement', 'écoles sont laissées : leur récolement')} n’est pas fini`;
  return schools === 0 && busy === 0 ? 'Aucune école avec des appareils ne correspond.' : `${free}${left}.`;
}
