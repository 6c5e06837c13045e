import type { KitGroup } from '@parc/api-client';
import { kindChoices, SCHOOL_KINDS } from '@parc/domain';
import type { FormField, FormSpec } from '../../shell/forms/fields';

const whole = (name: string, label: string, most: number, more: Partial<FormField> = {}): FormField => ({
  ...{ name, label, type: 'whole', half: true, ...more },
  check: (value) => (Number(value) > most ? `${most} au plus.` : ''),
});

/** A rule of one group, from a day on. @param today ISO date */
export function kitRuleForm({ id, name }: Pick<KitGroup, 'id' | 'name'>, today: string): FormSpec {
  return {
    id: `kit ${id}`,
    heading: `Changer la règle : ${name}`,
    text: 'Elle vaut à partir de son jour. Ce qui valait avant reste écrit, à sa date.',
    sections: [
      {
        fields: [
          {
            ...{ name: 'schoolKind', label: 'Type d’école', type: 'select', half: true },
            ...{ required: 'Choisissez le type d’école.' },
            options: [{ value: '', label: 'Choisir…' }, ...kindChoices(SCHOOL_KINDS)],
          },
          {
            ...{ name: 'fromDay', label: 'À partir du', type: 'date', half: true, initial: today },
            required: 'Donnez le premier jour.',
            check: (day) => (day < today ? 'Aujourd’hui ou plus tard.' : ''),
          },
          whole('perClass', 'Par classe', 100, { initial: '0' }),
          whole('perSchool', 'Par école', 1000, { initial: '0' }),
          whole('pupilsEach', 'Un pour combien d’élèves', 1000, { help: 'Vide : les élèves ne comptent pas.' }),
          {
            ...{ name: 'source', label: 'Qui l’a décidé', type: 'text', most: 200 },
            ...{ help: 'Délibération, convention, circulaire…', required: 'Dites d’où vient la règle.' },
          },
        ],
      },
    ],
    button: 'Écrire cette règle',
  };
}

/** One more part of the kit: its rule and its models come after. */
export const KIT_GROUP_FORM: FormSpec = {
  id: 'partie du socle',
  heading: 'Ajouter une partie au socle',
  text: 'Elle ne demande rien tant que vous ne lui donnez pas de règle.',
  sections: [
    {
      fields: [
        {
          ...{ name: 'name', label: 'Nom de cette partie', type: 'text', most: 100 },
          ...{ help: 'Comme on la compte : « Visualiseur », « Pack de tablettes ».', required: 'Donnez-lui un nom.' },
        },
      ],
    },
  ],
  button: 'Ajouter cette partie',
};
