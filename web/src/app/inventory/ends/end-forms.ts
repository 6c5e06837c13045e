import type { DisposalRequest, RetirementRequest, WipeRequest } from '@parc/api-client';
import {
  DESTINATIONS,
  GIFT_RECEIVERS,
  isKind,
  kindChoices,
  RETIREMENT_KINDS,
  WIPE_METHODS,
  WIPE_RESULTS,
  type Destination,
} from '@parc/domain';
import { money } from '@parc/ui';
import { centsOf, type FormField, textOf, type Values, YES } from '../../shell/forms/fields';

/** Steps that end a device. */
export const ENDINGS = ['retire', 'wipe', 'dispose'] as const;
export type Ending = (typeof ENDINGS)[number];
/** Of many at once: they are retired from the list, each for itself. */
export const ENDINGS_TOGETHER = ['wipe', 'dispose'] as const;
export type EndingTogether = (typeof ENDINGS_TOGETHER)[number];

const notAhead =
  (today: string) =>
  (value: string): string =>
    value > today ? 'Cette date n’est pas encore venue.' : '';

export const chosenDestination = (values: Values): Destination | null => {
  const chosen = values['destination'];
  return isKind(DESTINATIONS, chosen) ? chosen : null;
};

function retirementFields(today: string): readonly FormField[] {
  return [
    {
      ...{ name: 'decisionKind', label: 'Acte', type: 'select', initial: 'decision', half: true, required: '' },
      options: kindChoices(RETIREMENT_KINDS),
    },
    {
      ...{ name: 'decisionNumber', label: 'Numéro de l’acte', type: 'text', most: 60, half: true },
      required: 'Donnez le numéro de l’acte.',
    },
    {
      ...{ name: 'decidedOn', label: 'Date de l’acte', type: 'date', initial: today, half: true },
      required: 'Donnez la date de l’acte.',
      check: notAhead(today),
    },
    { name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000 },
  ];
}

function wipeFields(today: string): readonly FormField[] {
  return [
    {
      ...{ name: 'method', label: 'Méthode', type: 'select', half: true, required: 'Choisissez la méthode.' },
      options: [{ value: '', label: 'Choisir…' }, ...kindChoices(WIPE_METHODS)],
    },
    {
      ...{ name: 'standard', label: 'Référentiel suivi', type: 'text', most: 100, half: true },
      help: 'Par exemple NIST SP 800-88.',
    },
    {
      ...{ name: 'operator', label: 'Opérateur', type: 'text', most: 100, half: true },
      required: 'Dites qui a effacé.',
    },
    {
      ...{ name: 'wipedOn', label: 'Effacé le', type: 'date', initial: today, half: true },
      required: 'Donnez la date de l’effacement.',
      check: notAhead(today),
    },
    {
      ...{ name: 'result', label: 'Résultat', type: 'select', initial: 'wiped', half: true, required: '' },
      options: kindChoices(WIPE_RESULTS),
    },
  ];
}

/** What the questions of an ending follow from. */
export interface EndingGround {
  /** ISO date. */
  readonly today: string;
  /** As it is being chosen. */
  readonly destination: Destination | null;
  /** What one device that is given may be worth; null where nobody has read it yet. */
  readonly giftMaxCents: number | null;
}

/** Of a step that ends nothing. */
export const NO_GROUND: EndingGround = { today: '', destination: null, giftMaxCents: null };

/** What the destination asks for follows from its row. */
function disposalFields({ today, destination, giftMaxCents }: EndingGround): readonly FormField[] {
  const row = destination === null ? null : DESTINATIONS[destination];
  return [
    {
      ...{ name: 'destination', label: 'Destination', type: 'select', required: 'Choisissez la destination.' },
      options: [{ value: '', label: 'Choisir…' }, ...kindChoices(DESTINATIONS)],
    },
    {
      ...{ name: 'receiver', label: row?.missing ? 'Déclaré par' : 'Bénéficiaire', type: 'text', most: 200 },
      required: 'Dites qui.',
    },
    ...(row?.receiverKind
      ? [
          {
            ...{ name: 'receiverKind', label: 'Qualité du bénéficiaire', type: 'select' as const },
            required: 'La loi nomme ceux qui peuvent recevoir un don.',
            options: [{ value: '', label: 'Choisir…' }, ...kindChoices(GIFT_RECEIVERS)],
          },
        ]
      : []),
    ...(row?.value
      ? [
          {
            ...{ name: 'unitValueCents', label: row.value, type: 'money' as const, half: true },
            required: 'Donnez ce montant.',
            ...(row.receiverKind && giftMaxCents !== null
              ? { help: `La loi permet de donner jusqu’à ${money(giftMaxCents)}.` }
              : {}),
          },
        ]
      : []),
    {
      ...{ name: 'proofNumber', label: row?.proof ?? 'N° de la preuve', type: 'text', most: 60, half: true },
      required: 'Donnez ce numéro.',
    },
    {
      ...{ name: 'disposedOn', label: 'Sorti le', type: 'date', initial: today, half: true },
      required: 'Donnez la date de sortie.',
      check: notAhead(today),
    },
    ...(row?.reuse
      ? [
          {
            ...{
              name: 'reuseAttested',
              label: 'Le bénéficiaire s’engage par écrit au réemploi',
              type: 'flag' as const,
            },
            help: 'Sans cet engagement, la sortie n’est pas comptée comme un réemploi.',
          },
        ]
      : []),
  ];
}

/** The questions of a step that ends. */
export function endingFields(step: Ending, ground: EndingGround): readonly FormField[] {
  switch (step) {
    case 'retire':
      return retirementFields(ground.today);
    case 'wipe':
      return wipeFields(ground.today);
    case 'dispose':
      return disposalFields(ground);
  }
}

export const ENDING_TEXTS: Readonly<Record<Ending, string>> = {
  retire: 'Il sort de ce que la métropole compte. Il reste à effacer et à donner, vendre ou recycler.',
  wipe: 'Un certificat s’imprime ensuite. Ce qui stocke des données ne quitte pas le parc sans effacement réussi.',
  dispose: 'C’est définitif : il passe au registre des sorties.',
};

const asked = (values: Values, name: string): string => textOf(values, name) ?? '';

export function retirementRequest(values: Values): RetirementRequest {
  const reason = textOf(values, 'reason');
  return {
    ...{ decisionNumber: asked(values, 'decisionNumber'), decidedOn: asked(values, 'decidedOn') },
    decisionKind: asked(values, 'decisionKind') as NonNullable<RetirementRequest['decisionKind']>,
    ...(reason === null ? {} : { reason }),
  };
}

export function wipeRequest(values: Values): WipeRequest {
  return {
    ...{ standard: textOf(values, 'standard'), operator: asked(values, 'operator'), wipedOn: asked(values, 'wipedOn') },
    method: asked(values, 'method') as WipeRequest['method'],
    result: asked(values, 'result') as WipeRequest['result'],
  };
}

/** What another destination was asked before is not sent with this one. */
export function disposalRequest(values: Values): DisposalRequest {
  const destination = asked(values, 'destination') as Destination;
  const { receiverKind, value, reuse } = DESTINATIONS[destination];
  return {
    ...{ destination, receiver: asked(values, 'receiver'), proofNumber: asked(values, 'proofNumber') },
    disposedOn: asked(values, 'disposedOn'),
    ...(receiverKind
      ? { receiverKind: asked(values, 'receiverKind') as NonNullable<DisposalRequest['receiverKind']> }
      : {}),
    ...(value === null ? {} : { unitValueCents: centsOf(values, 'unitValueCents') }),
    ...(reuse ? { reuseAttested: values['reuseAttested'] === YES } : {}),
  };
}

export const ENDING_MANY_TEXTS: Readonly<Record<EndingTogether, string>> = {
  wipe: 'Le même effacement pour tous ; chacun a son certificat.',
  dispose: 'C’est définitif : ils partent ensemble, avec une seule preuve. La valeur est celle de chacun.',
};
