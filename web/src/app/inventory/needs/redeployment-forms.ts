import type { RedeploymentPage } from '@parc/api-client';
import { OPINIONS, type RedeploymentAction } from '@parc/domain';
import { YES, type FormField, type FormSpec } from '../../shell/forms/fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

const why = (label: string, required?: string): FormField => ({
  ...{ name: 'reason', label, type: 'lines', most: 1000 },
  ...(required === undefined ? {} : { required }),
});

const OPINE: FormSpec = {
  id: 'opinion',
  heading: 'Votre avis',
  text: 'La métropole le lit avant de décider. L’autre école ne le lit pas.',
  sections: [
    {
      fields: [
        {
          ...{ name: 'answer', label: 'Qu’en pensez-vous', type: 'choice', required: 'Choisissez une réponse.' },
          options: [
            { value: 'yes', label: `Avis ${OPINIONS.yes.word}` },
            { value: 'no', label: `Avis ${OPINIONS.no.word}` },
          ],
        },
        why('Pourquoi'),
      ],
    },
  ],
  button: 'Donner cet avis',
};

/** The form of one step; rooms are those of the school that needs it. */
export function redeploymentForm(
  action: RedeploymentAction,
  page: RedeploymentPage,
  rooms: readonly Named[],
): FormSpec {
  if (action === 'opine') return OPINE;
  if (action === 'drop')
    return {
      ...{ id: `drop ${page.id}`, heading: 'Abandonner ce redéploiement' },
      ...{ text: 'L’appareil reste où il est. Le besoin attend toujours.' },
      sections: [{ fields: [why('Pourquoi', 'Dites pourquoi.')] }],
      ...{ button: 'Abandonner', tone: 'trouble' },
    };
  return {
    id: `carry-out ${page.id}`,
    heading: `Déplacer ${page.tag} vers ${page.toSchoolName}`,
    text: 'L’appareil quitte son lieu et se pose dans la salle choisie : son histoire le dit.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'roomId', label: 'Salle', type: 'select', required: 'Choisissez la salle.' },
            ...(page.needRoomId === null ? {} : { initial: page.needRoomId }),
            options: [{ value: '', label: 'Choisir…' }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))],
          },
          why('Pourquoi', 'Dites pourquoi.'),
          { name: 'meetsNeed', label: 'Le besoin est alors satisfait', type: 'flag', initial: YES },
        ],
      },
    ],
    button: 'Déplacer l’appareil',
  };
}
