import type { ItemDecisionRequest, ItemPage, PriceRequest } from '@parc/api-client';
import { ITEM_ACTION_WORDS, type ItemAction, type PlainDate, ITEMS_SOLD } from '@parc/domain';
import { dayOfYear } from '@parc/ui';
import { centsOf, type FormField, type FormSpec, textOf, type Values } from '../../shell/forms/fields';
import { PRICE_FIELDS, priceWords } from '../../shell/forms/price-fields';

export type ItemStep = ItemAction | 'add-price';

interface ItemButton {
  readonly step: ItemStep;
  readonly label: string;
  readonly look: 'primary' | 'plain' | 'trouble';
}

const LOOKS: Record<ItemAction, ItemButton['look']> = {
  review: 'primary',
  validate: 'primary',
  reject: 'trouble',
  withdraw: 'trouble',
};

/** What this reader may do next, in the order of the life of an item; the three dots say that a form opens. */
export function itemButtons({ actions }: Pick<ItemPage, 'actions'>): readonly ItemButton[] {
  const moves: readonly ItemAction[] = ['review', 'validate', 'reject', 'withdraw'];
  return moves
    .filter((move) => actions.includes(move))
    .map((move) => ({ step: move, label: `${ITEM_ACTION_WORDS[move]}…`, look: LOOKS[move] }));
}

/** What the page asks when something waits for the reader. */
export function itemQuestion({ actions, prices }: Pick<ItemPage, 'actions' | 'prices'>): {
  readonly question: string;
  readonly text: string;
} | null {
  if (actions.includes('review'))
    return {
      question: 'Cette proposition part-elle à l’examen ?',
      text: 'Une fois à l’examen, l’instance de la métropole la valide ou la refuse.',
    };
  if (!actions.includes('validate')) return null;
  return {
    question: 'Qu’a décidé l’instance ?',
    text:
      prices.length === 0
        ? 'Il manque un prix : donnez-le avant de valider.'
        : 'Recopiez l’instance, la date de la séance et le numéro de la décision.',
  };
}

const BODY: FormField = {
  name: 'body',
  label: 'Instance',
  type: 'text',
  help: 'Bureau métropolitain, commission numérique…',
};
const MEETING: FormField = { name: 'meetingOn', label: 'Date de la séance', type: 'date', half: true };
const NUMBER: FormField = {
  name: 'decisionNumber',
  label: 'Numéro de la décision',
  type: 'text',
  most: 60,
  half: true,
};
const REASON: FormField = { name: 'reason', label: 'Motif', type: 'lines' };
const DECIDED: readonly FormField[] = [
  { ...BODY, required: 'Dites quelle instance a décidé.' },
  { ...MEETING, required: 'Donnez la date de la séance.' },
  { ...NUMBER, required: 'Donnez le numéro de la décision.' },
];

/** The form of one step. @param today where a price starts by default */
export function itemStepForm(step: ItemStep, item: Pick<ItemPage, 'name' | 'state'>, today: PlainDate): FormSpec {
  switch (step) {
    case 'review':
      return {
        id: step,
        heading: `Mettre « ${item.name} » à l’examen`,
        sections: [{ fields: [BODY, { ...MEETING, label: 'Séance prévue', half: false }] }],
        button: 'Mettre à l’examen',
      };
    case 'validate':
      return {
        id: step,
        heading: `Valider « ${item.name} »`,
        text: 'Les écoles peuvent le commander dès qu’un prix est en cours.',
        sections: [{ fields: [...DECIDED, { ...REASON, label: 'Remarque' }] }],
        button: 'Enregistrer la validation',
      };
    case 'reject':
      return {
        id: step,
        heading: `Refuser « ${item.name} »`,
        sections: [{ fields: [...DECIDED, { ...REASON, required: 'Dites pourquoi il est refusé.' }] }],
        button: 'Enregistrer le refus',
        tone: 'trouble',
      };
    case 'withdraw':
      return {
        id: step,
        heading: `Retirer « ${item.name} » du catalogue`,
        text: 'Plus personne ne peut le commander. Les commandes déjà envoyées gardent leur ligne et leur prix.',
        sections: [{ fields: [{ ...REASON, label: 'Pourquoi' }, BODY, MEETING, NUMBER] }],
        button: 'Retirer du catalogue',
        tone: 'trouble',
      };
    case 'add-price':
      return priceForm(item, today);
  }
}

function priceForm(item: Pick<ItemPage, 'state'>, today: PlainDate): FormSpec {
  return {
    id: 'add-price',
    heading: 'Ajouter un prix',
    text: 'Les brouillons prennent le nouveau prix à leur prochaine ouverture. Les commandes envoyées gardent le leur.',
    sections: [
      {
        fields: [
          {
            name: 'fromDay',
            label: 'À partir du',
            type: 'date',
            initial: today,
            required: 'Dites à partir de quand.',
            check: (value) =>
              ITEMS_SOLD.includes(item.state) && value < today
                ? 'Un article validé garde ses prix passés : choisissez aujourd’hui ou plus tard.'
                : '',
          },
          ...PRICE_FIELDS,
        ],
      },
    ],
    button: 'Ajouter ce prix',
    says: priceWords,
  };
}

export function priceRequest(values: Values): PriceRequest {
  return {
    fromDay: values['fromDay']!,
    unitNetCents: centsOf(values, 'unitNetCents')!,
    vatBasisPoints: Number(values['vatBasisPoints']),
  };
}

export function decisionRequest(values: Values): ItemDecisionRequest {
  const names = ['body', 'meetingOn', 'decisionNumber', 'reason'] as const;
  const written = names.map((name) => [name, textOf(values, name)] as const).filter(([, text]) => text !== null);
  return Object.fromEntries(written);
}

/** What the toast says once the step is recorded. */
export function itemStepDone(step: ItemStep, name: string, values: Values): string {
  switch (step) {
    case 'review':
      return `« ${name} » est à l’examen`;
    case 'validate':
      return `« ${name} » est validé`;
    case 'reject':
      return `Refus de « ${name} » enregistré`;
    case 'withdraw':
      return `« ${name} » est retiré du catalogue`;
    case 'add-price':
      return `Nouveau prix à partir du ${dayOfYear(values['fromDay']!)}`;
  }
}
