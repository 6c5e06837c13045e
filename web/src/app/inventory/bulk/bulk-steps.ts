import {
  type Api,
  type EquipmentBulkAnswer,
  equipmentBulkLose,
  equipmentBulkPlace,
  equipmentBulkRetire,
  equipmentBulkStore,
} from '@parc/api-client';
import { EQUIPMENT, type EquipmentState } from '@parc/domain';
import { counted } from '@parc/ui';
import { textOf, type Values } from '../../shell/forms/fields';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import { endingFields, NO_GROUND, retirementRequest } from '../ends/end-forms';
import { room, stock } from '../page/equipment-send';
import { chosenRoom, chosenStock, type Choices } from '../page/equipment-steps';

/** What many devices do together. */
export const BULK_STEPS = ['place', 'store', 'lose', 'retire'] as const;
export type BulkStep = (typeof BULK_STEPS)[number];

/** From where each leads on: what no ticked device can do is not offered. */
export const BULK_FROM: Record<BulkStep, readonly EquipmentState[]> = {
  place: [...EQUIPMENT.statesFrom('place'), ...EQUIPMENT.statesFrom('move')],
  store: [...EQUIPMENT.statesFrom('store'), ...EQUIPMENT.statesFrom('withdraw')],
  lose: EQUIPMENT.statesFrom('lose'),
  retire: EQUIPMENT.statesFrom('retire'),
};

/** What is retired is wiped and disposed of together. */
export const ENDS_FROM: readonly EquipmentState[] = [
  ...EQUIPMENT.statesFrom('wipe'),
  ...EQUIPMENT.statesFrom('dispose'),
];

interface StepWords {
  readonly button: string;
  readonly act: string;
  /** "3 appareils seront posés": one, several, then done. */
  readonly will: readonly [one: string, many: string];
  readonly done: readonly [one: string, many: string];
}

export const BULK_WORDS: Record<BulkStep, StepWords> = {
  place: {
    button: 'Poser dans une école',
    act: 'Poser',
    will: ['sera posé', 'seront posés'],
    done: ['posé', 'posés'],
  },
  store: {
    button: 'Ranger en stock',
    act: 'Ranger',
    will: ['sera rangé en stock', 'seront rangés en stock'],
    done: ['rangé en stock', 'rangés en stock'],
  },
  lose: {
    button: 'Déclarer perdus',
    act: 'Déclarer perdus :',
    will: ['sera déclaré perdu', 'seront déclarés perdus'],
    done: ['déclaré perdu', 'déclarés perdus'],
  },
  retire: {
    button: 'Retirer du parc',
    act: 'Retirer',
    will: ['sera retiré du parc', 'seront retirés du parc'],
    done: ['retiré du parc', 'retirés du parc'],
  },
};

const REASON: FormField = { name: 'reason', label: 'Pourquoi', type: 'lines', most: 1000 };

function fieldsOf(step: BulkStep, choices: Choices): readonly FormField[] {
  switch (step) {
    case 'place':
      return [chosenRoom(choices)];
    case 'store':
      return [chosenStock(choices), { ...REASON, help: 'Demandé pour ce qui quitte une école.' }];
    case 'lose':
      return [REASON];
    case 'retire':
      return endingFields(step, choices.ending ?? NO_GROUND);
  }
}

const TEXTS: Partial<Record<BulkStep, string>> = {
  place: 'Ce qui est en stock y est posé ; ce qui est déjà dans cette école change de salle.',
  lose: 'Ce qui est perdu reste au parc : il se retrouve d’un geste quand on remet la main dessus.',
  retire: 'Ils sortent de ce que la métropole compte. Ils restent à effacer et à donner, vendre ou recycler.',
};

/** The form of what is asked of so many devices; its button only looks. */
export function bulkForm(step: BulkStep, devices: number, choices: Choices): FormSpec {
  const text = TEXTS[step];
  return {
    id: `bulk ${step}`,
    // The school is asked before the room, under a heading of its own.
    ...(step === 'place' ? {} : { heading: bulkHeading(step, devices) }),
    ...(text === undefined ? {} : { text }),
    sections: [{ fields: fieldsOf(step, choices) }],
    button: 'Vérifier',
  };
}

export const bulkHeading = (step: BulkStep, devices: number): string =>
  `${BULK_WORDS[step].button} : ${counted(devices, 'appareil', 'appareils')}`;

interface Asked {
  readonly key: string;
  readonly devices: readonly { readonly id: string; readonly version: number }[];
  readonly preview: boolean;
}

/** Sends it to be looked at, or to be done. */
export function sendBulk(
  api: Api,
  step: BulkStep,
  { key, devices, preview }: Asked,
  values: Values,
): Promise<EquipmentBulkAnswer> {
  const what = { 'Idempotency-Key': key, ...(preview ? { preview } : {}) };
  const reason = textOf(values, 'reason');
  const why = reason === null ? {} : { reason };
  const named = { devices: [...devices] };
  switch (step) {
    case 'place':
      return api.invoke(equipmentBulkPlace, { ...what, body: { ...named, ...room(values) } });
    case 'store':
      return api.invoke(equipmentBulkStore, { ...what, body: { ...named, ...stock(values), ...why } });
    case 'lose':
      return api.invoke(equipmentBulkLose, { ...what, body: { ...named, ...why } });
    case 'retire':
      return api.invoke(equipmentBulkRetire, { ...what, body: { ...named, ...retirementRequest(values) } });
  }
}
