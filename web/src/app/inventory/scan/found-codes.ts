import type { EquipmentPage, LoanBorrowedOne } from '@parc/api-client';
import { day } from '@parc/ui';
import { EQUIPMENT_STATES, EQUIPMENT_TAG } from '@parc/domain';
import type { Problem } from '../../shell/problem';
import type { ScanAnswer } from '../../shell/scan/scan';
import { placeWords, schoolWords } from '../equipment-words';

/** What stands behind a code that was read. */
export interface FoundCode {
  readonly code: string;
  readonly device: EquipmentPage | null;
  /** The same of what the school has on loan. */
  readonly lent: LoanBorrowedOne | null;
  /** Why there is none to show. */
  readonly words: string;
}

/** "Portable de 14 pouces, PE-000012 : en service, Salle 3" */
export function deviceWords(device: EquipmentPage): string {
  const place = placeWords(device);
  const state = EQUIPMENT_STATES[device.state].word.toLowerCase();
  return `${device.modelName}, ${device.tag} : ${state}${place === '' ? '' : `, ${place}`}`;
}

/** "Valise Ardoise, en prêt jusqu’au 9 oct." */
export const lentWords = ({ kitName, toDay }: LoanBorrowedOne): string => `${kitName}, en prêt jusqu’au ${day(toDay)}`;

/** What is said of a code that opens nothing: whose it may be, and what to do. */
export function unknownWords(code: string, problem: Problem): string {
  if (problem.status !== 404) return problem.sentence;
  const site = /^https?:\/\/([^/?#]+)/i.exec(code)?.[1];
  if (site !== undefined) return `Ce code mène à ${site} : ce n’est pas une étiquette du plan.`;
  return EQUIPMENT_TAG.test(code.toUpperCase())
    ? `${code} n’ouvre aucun appareil ici : il est d’une autre école, ou n’est pas encore reçu.`
    : `Aucun appareil n’a le n° de série ${code}. Lisez plutôt l’étiquette du plan.`;
}

/** What the scanner says of it. */
export function answerOf({ code, device, lent, words }: FoundCode): ScanAnswer {
  if (lent !== null) return { code, words: `${lent.modelName}, ${lent.tag} : ${lentWords(lent)}`, tone: 'done' };
  if (device === null) return { code, words, tone: 'trouble' };
  const missing = !EQUIPMENT_STATES[device.state].held;
  return { code, words: deviceWords(device), tone: missing ? 'waiting' : 'done' };
}

/** Where it is, its school with it. */
export function whereWords(device: EquipmentPage): string {
  const place = placeWords(device);
  return device.schoolName === null ? place : [place, schoolWords(device)].filter((word) => word !== '').join(' · ');
}

/** The newest first, each code once. */
export function withFound(codes: readonly FoundCode[], found: FoundCode): readonly FoundCode[] {
  return [found, ...codes.filter(({ code }) => code !== found.code)];
}
