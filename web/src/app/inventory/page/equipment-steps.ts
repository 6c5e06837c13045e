import type { EquipmentPage } from '@parc/api-client';
import { EQUIPMENT_ACTION_WORDS, type EquipmentAction } from '@parc/domain';
import type { ActButton } from '../../shell/act-buttons';
import type { FormField, FormSpec } from '../../shell/forms/fields';
import { ENDING_TEXTS, type EndingGround, endingFields, NO_GROUND } from '../ends/end-forms';

/** What a page offers: what people ask for by its name. */
export const OFFERED = [
  'dispose',
  'wipe',
  'place',
  'move',
  'bring-back',
  'find',
  'record-complaint',
  'restore',
  'store',
  'withdraw',
  'shelve-repaired',
  'send-to-repair',
  'waive-training',
  'lose',
  'steal',
  'retire',
] as const satisfies EquipmentAction[];
export type EquipmentStep = (typeof OFFERED)[number];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the questions of a form choose from. */
export interface Choices {
  readonly stockPlaces: readonly Named[];
  readonly rooms: readonly Named[];
  /** Cases and trolleys that stand where it may go; none for a case, which goes into no other. */
  readonly cases?: readonly Named[];
  /** What the questions of an ending follow from. */
  readonly ending?: EndingGround;
}

/** A choice that is a case, beside the shelves or the rooms: one question asks where it goes. */
const IN_CASE = 'valise ';
export const inCase = (id: string): string => `${IN_CASE}${id}`;
export const caseChosen = (chosen: string | null): string | null =>
  chosen?.startsWith(IN_CASE) ? chosen.slice(IN_CASE.length) : null;

/** Steps that ask where it goes. */
export const TO_STOCK: readonly EquipmentStep[] = ['store', 'withdraw', 'find', 'shelve-repaired'];
export const TO_ROOM: readonly EquipmentStep[] = ['place', 'move'];

const ENDING: readonly EquipmentStep[] = ['lose', 'steal', 'retire', 'dispose'];

interface StepButton extends ActButton {
  readonly step: EquipmentStep;
}

/** As many stand alone beside the one the page is about; the others, and what ends a device, behind one word. */
const DAILY = 2;

/** What this reader may do now; the first is the one the page is about; the three dots say that a form opens. */
export function equipmentButtons({ possible }: Pick<EquipmentPage, 'possible'>): readonly StepButton[] {
  const offered = OFFERED.filter((step) => possible.includes(step));
  return offered.map((step, index) => ({
    step,
    label: `${EQUIPMENT_ACTION_WORDS[step]}…`,
    look: ENDING.includes(step) ? 'trouble' : index === 0 ? 'primary' : 'plain',
    // One alone behind a word would only be hidden.
    rare: offered.length > DAILY + 1 && (index >= DAILY || (index > 0 && ENDING.includes(step))),
  }));
}

const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }));
const chosen = (none: string, named: readonly Named[], cases: readonly Named[]) => [
  { value: '', label: named.length + cases.length === 0 ? none : 'Choisir…' },
  ...options(named),
  ...cases.map(({ id, name }) => ({ value: inCase(id), label: `Dans la valise ${name}` })),
];

/** The shelf it goes to, or a case that stands on one. */
export const chosenStock = ({ stockPlaces, cases = [] }: Choices): FormField => ({
  name: 'stockPlaceId',
  label: 'Lieu de stock',
  type: 'select',
  options: chosen('Aucun lieu de stock', stockPlaces, cases),
  required: 'Choisissez le lieu de stock.',
});

/** The room it goes to, or a case that stands in one. */
export const chosenRoom = ({ rooms, cases = [] }: Choices): FormField => ({
  name: 'roomId',
  label: 'Salle',
  type: 'select',
  options: chosen('Choisissez d’abord l’école', rooms, cases),
  required: 'Choisissez la salle.',
});

function fieldsOf(step: EquipmentStep, choices: Choices): readonly FormField[] {
  const why = (required = ''): FormField => ({
    name: 'reason',
    label: 'Pourquoi',
    type: 'lines',
    most: 1000,
    ...(required === '' ? {} : { required }),
  });
  const number = (name: string, label: string, required = ''): FormField => ({
    ...{ name, label, type: 'text', most: 60 },
    ...(required === '' ? {} : { required }),
  });
  switch (step) {
    case 'place':
    case 'move':
      return [chosenRoom(choices)];
    case 'store':
    case 'find':
    case 'shelve-repaired':
      return [chosenStock(choices)];
    case 'withdraw':
      return [chosenStock(choices), why('Dites pourquoi il quitte l’école.')];
    case 'waive-training':
      return [why('Dites pourquoi il sert sans formation.')];
    case 'restore':
      return [why('Dites pourquoi il revient.')];
    case 'lose':
      return [why()];
    case 'steal':
      return [number('complaintNumber', 'Numéro de la plainte'), why()];
    case 'record-complaint':
      return [number('complaintNumber', 'Numéro de la plainte', 'Donnez le numéro de la plainte.')];
    case 'retire':
    case 'wipe':
    case 'dispose':
      return endingFields(step, choices.ending ?? NO_GROUND);
    case 'bring-back':
    case 'send-to-repair':
      return [];
  }
}

const TEXTS: Partial<Record<EquipmentStep, string>> = {
  'waive-training': 'C’est compté, et vu par le comité.',
  steal: 'La plainte peut être déposée ensuite : son numéro est attendu sous 30 jours.',
  lose: 'Il reste attaché à son dernier lieu, et peut être retrouvé.',
  ...ENDING_TEXTS,
};

/** The form of one step. */
export function equipmentStepForm(
  step: EquipmentStep,
  page: Pick<EquipmentPage, 'id' | 'tag' | 'modelName'>,
  choices: Choices,
): FormSpec {
  const text = TEXTS[step];
  return {
    id: `${page.id} ${step}`,
    // The school is asked before the room: the page asks it, under a heading of its own.
    ...(step === 'place' ? {} : { heading: `${EQUIPMENT_ACTION_WORDS[step]} · ${page.tag}` }),
    ...(text === undefined ? {} : { text }),
    sections: [{ fields: fieldsOf(step, choices) }],
    button: EQUIPMENT_ACTION_WORDS[step],
    ...(ENDING.includes(step) ? { tone: 'trouble' as const } : {}),
  };
}
