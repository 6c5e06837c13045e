import { EQUIPMENT_HELD } from '../equipment-states.js';

/** How many of a group a kind of school is to have: the sum of what is asked of the school, of each class and of its pupils. */
export interface KitRule {
  perSchool: number;
  perClass: number;
  /** One more for every so many pupils, begun ones too; null: pupils are not counted. */
  pupilsEach: number | null;
}

/**
 * States in which a device that stands in a school counts toward its kit: it is there, waits there for a training, or comes back
 * there from repair. What is lost, stolen or retired does not, nor what lies in stock or on loan, which stands in no school.
 */
export const KIT_COUNTED = EQUIPMENT_HELD;

/** The same, as the screens say it. */
export const KIT_COUNTED_WORDS =
  'Compte ce qui est en service, attend une formation ou est en réparation. Ne compte pas ce qui est perdu, volé, retiré, en prêt ou en stock.';

/** "1 par classe et 1 par école"; "aucun" where nothing is asked. */
export function kitRuleWords({ perSchool, perClass, pupilsEach }: KitRule): string {
  const parts = [
    ...(perClass > 0 ? [`${perClass} par classe`] : []),
    ...(perSchool > 0 ? [`${perSchool} par école`] : []),
    ...(pupilsEach === null ? [] : [pupilsEach === 1 ? '1 par élève' : `1 pour ${pupilsEach} élèves`]),
  ];
  if (parts.length === 0) return 'aucun';
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
}
