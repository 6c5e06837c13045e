import type { FormSpec } from '../../../shell/forms/fields';

/** What nobody can read: what it looks like, so that the métropole finds where it comes from. */
export const unlabelledForm: FormSpec = {
  id: 'sans étiquette',
  heading: 'Un objet sans étiquette',
  sections: [
    {
      fields: [
        {
          name: 'note',
          label: 'À quoi ressemble-t-il ?',
          type: 'text',
          most: 300,
          required: 'Décrivez-le en quelques mots.',
          help: 'Marque, couleur, n° de série s’il se lit. Pas de nom d’élève.',
        },
      ],
    },
  ],
  button: 'Le garder pour plus tard',
};
