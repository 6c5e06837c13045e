import type { RemedyListItem } from '@parc/api-client';
import { EQUIPMENT_FAMILIES, helpedPercent, REMEDY_STATES, SYMPTOMS, TICKET_SERVICES } from '@parc/domain';
import { type ChipWords, countedRows, french } from '@parc/ui';

export const remedyState = ({ state }: Pick<RemedyListItem, 'state'>): ChipWords => REMEDY_STATES[state];

/** "Vidéoprojecteur : écran noir ou cassé", "Tout appareil : lent ou bloqué" */
export function remedyAbout({
  about,
  family,
  service,
  symptom,
}: Pick<RemedyListItem, 'about' | 'family' | 'service' | 'symptom'>): string {
  const device = family === null ? 'Tout appareil' : EQUIPMENT_FAMILIES[family].word;
  const what = about === 'service' && service !== null ? TICKET_SERVICES[service].word : device;
  const { word } = SYMPTOMS[symptom];
  return french(`${what} : ${word.charAt(0).toLowerCase()}${word.slice(1)}`);
}

/** "Montré 40 fois, a suffi 13 fois (33 %)" */
export function helpedWords(counts: Pick<RemedyListItem, 'shown' | 'helped'>): string {
  const percent = helpedPercent(counts);
  if (percent === null) return 'Pas encore montré';
  const { shown, helped } = counts;
  return french(`Montré ${shown} fois, a suffi ${helped} fois (${percent} %)`);
}

/** "31 remèdes" */
export const remediesTitle = (total: number): string =>
  total === 0 ? 'Aucun remède' : countedRows(total, 'remède', 'remèdes');
