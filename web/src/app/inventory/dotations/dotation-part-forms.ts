import type { DotationPartPage } from '@parc/api-client';
import { DOTATION_PART_ACTION_WORDS, HALF_DAYS, kindChoices, type DotationPartAction } from '@parc/domain';
import type { FormField, FormSpec } from '../../shell/forms/fields';

/** Actions of a part that ask something in a form. */
export type FormAction = 'fewer' | 'no' | 'adjust' | 'confirm' | 'plan' | 'settle' | 'drop';

const why = (label: string, required?: string): FormField => ({
  ...{ name: 'reason', label, type: 'lines', most: 1000 },
  ...(required === undefined ? {} : { required }),
});
const howMany = (label: string, initial: number): FormField => ({
  ...{ name: 'quantity', label, type: 'whole', initial: `${initial}`, required: 'Dites combien.' },
});
const form = (
  action: FormAction,
  page: DotationPartPage,
  spec: Omit<FormSpec, 'id' | 'sections'>,
  fields: FormField[],
): FormSpec => ({
  ...{ id: `${action} ${page.id}`, sections: [{ fields }] },
  ...spec,
});

/** The form of one step. @param today ISO date */
export function dotationPartForm(action: FormAction, page: DotationPartPage, today: string): FormSpec {
  switch (action) {
    case 'fewer':
      return form(action, page, { heading: 'Combien en souhaitez-vous ?', button: 'Répondre : moins' }, [
        {
          ...howMany(`Moins que les ${page.quantity} proposés`, page.quantity - 1),
          check: (value) =>
            Number(value) < 1 || Number(value) >= page.quantity ? `Donnez un nombre de 1 à ${page.quantity - 1}.` : '',
        },
        why('Pourquoi'),
      ]);
    case 'no':
      return form(action, page, { heading: 'Vous n’en souhaitez pas', button: 'Répondre : non' }, [
        why('Pourquoi', 'Dites pourquoi en quelques mots.'),
      ]);
    case 'adjust':
      return form(action, page, { heading: 'Changer la quantité', button: 'Garder cette quantité' }, [
        howMany('Appareils', page.quantity),
      ]);
    case 'confirm':
      return confirmForm(page);
    case 'plan':
      return form(
        action,
        page,
        { heading: 'Prévoir la livraison', text: 'La direction est prévenue par courriel.', button: 'Prévoir ce jour' },
        [
          {
            ...{ name: 'plannedOn', label: 'Jour', type: 'date', half: true },
            initial: page.plannedOn ?? '',
            required: 'Donnez le jour.',
            check: (value) => (value < today ? 'Ce jour est passé.' : ''),
          },
          {
            ...{ name: 'plannedHalf', label: 'Demi-journée', type: 'select', half: true },
            initial: page.plannedHalf ?? 'morning',
            options: kindChoices(HALF_DAYS),
          },
        ],
      );
    case 'settle':
      return form(
        action,
        page,
        {
          heading: 'Ne plus rien attendre',
          text: 'Ce qui est reçu reste. Ce qui manque n’est plus attendu.',
          button: DOTATION_PART_ACTION_WORDS.settle,
        },
        [why('Pourquoi', 'Dites pourquoi.')],
      );
    case 'drop':
      return form(
        action,
        page,
        {
          heading: 'Écarter cette école',
          text: 'L’école lit le motif. Les appareils préparés redeviennent libres.',
          button: DOTATION_PART_ACTION_WORDS.drop,
          tone: 'trouble',
        },
        [why('Pourquoi', 'Dites pourquoi à l’école.')],
      );
  }
}

/** Against a no or without an answer, it is said why. */
function confirmForm(page: DotationPartPage): FormSpec {
  const against = page.opinion === null || page.opinion === 'no';
  const text =
    page.opinion === null
      ? 'La direction n’a pas répondu. Ce n’est pas un accord : dites pourquoi vous confirmez.'
      : page.opinion === 'no'
        ? 'La direction n’en souhaite pas : dites pourquoi vous confirmez.'
        : 'La direction a répondu.';
  return form('confirm', page, { heading: 'Confirmer', text, button: 'Confirmer cette quantité' }, [
    howMany('Appareils', page.opinionQuantity ?? page.quantity),
    why('Pourquoi', against ? 'Dites pourquoi.' : undefined),
  ]);
}

/** The form that an action opens; null where its page has more to ask, or nothing. */
export const opens = (action: DotationPartAction): FormAction | null => {
  switch (action) {
    case 'adjust':
    case 'confirm':
    case 'plan':
    case 'settle':
    case 'drop':
      return action;
    default:
      return null;
  }
};
