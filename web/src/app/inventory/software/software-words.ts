import type { LicenceListItem, ShownSoftware, SoftwareInstallationItem, SoftwareListItem } from '@parc/api-client';
import {
  asksClearance,
  kindsOf,
  licenceAttentions,
  SOFTWARE_ATTENTIONS,
  SOFTWARE_CLEARANCES,
  type SoftwareAttention,
} from '@parc/domain';
import { counted, countedRows, dayOfYear, money, wholeNumber } from '@parc/ui';

/** What deserves a look, as the address says it. */
export const ATTENTION_SLUGS: Record<SoftwareAttention, string> = {
  expiring: 'bientot-finies',
  expired: 'finies',
  'over-used': 'depassees',
  unlicensed: 'sans-licence',
  clearance: 'avis',
  refused: 'refuses',
};

export const readAttention = (word: string | undefined): SoftwareAttention | null =>
  kindsOf(SOFTWARE_ATTENTIONS).find((attention) => ATTENTION_SLUGS[attention] === word) ?? null;

const TITLES: Record<SoftwareAttention, readonly [one: string, many: string]> = {
  expiring: ['logiciel a une licence bientôt finie', 'logiciels ont une licence bientôt finie'],
  expired: ['logiciel est installé sous une licence finie', 'logiciels sont installés sous une licence finie'],
  'over-used': ['logiciel dépasse ses licences', 'logiciels dépassent leurs licences'],
  unlicensed: ['logiciel est installé sans licence', 'logiciels sont installés sans licence'],
  clearance: ['logiciel attend un avis', 'logiciels attendent un avis'],
  refused: ['logiciel refusé est encore installé', 'logiciels refusés sont encore installés'],
};

/** "3 logiciels dépassent leurs licences" */
export function softwareTitle(total: number, attention: SoftwareAttention | null): string {
  if (attention !== null) return total === 0 ? 'Aucun logiciel' : countedRows(total, ...TITLES[attention]);
  return total === 0 ? 'Aucun logiciel' : countedRows(total, 'logiciel', 'logiciels');
}

export const licencesTitle = (total: number): string =>
  total === 0 ? 'Aucune licence' : countedRows(total, 'licence', 'licences');

/** "12 sur 10", "12, sans limite", "12, aucune licence" */
export function seatsWords(title: Pick<SoftwareListItem, 'seatsUsed' | 'seatsBought' | 'unlimited'>): string {
  if (title.unlimited) return `${wholeNumber(title.seatsUsed)}, sans limite`;
  return `${wholeNumber(title.seatsUsed)} sur ${wholeNumber(title.seatsBought)}`;
}

/** "113 postes installés, 107 achetés" */
export function seatsSentence({ seatsUsed, seatsBought, unlimited }: SoftwareListItem): string {
  const used = counted(seatsUsed, 'poste installé', 'postes installés');
  return unlimited ? `${used}, sans limite` : `${used}, ${counted(seatsBought, 'acheté', 'achetés')}`;
}

/** What deserves a look of a title, in a few words each. */
export function titleLooks(title: SoftwareListItem, today: string): string[] {
  const { expiring, expired, overUsed, unlicensed, clearance, reviewOn, seatsUsed } = title;
  const { said, usable } = SOFTWARE_CLEARANCES[clearance];
  return [
    ...(!usable && seatsUsed > 0 ? ['Refusé et encore installé'] : []),
    ...(asksClearance(clearance, reviewOn, today) ? [said ? 'Avis à revoir' : 'Avis à demander'] : []),
    ...(overUsed > 0 ? [counted(overUsed, 'licence dépassée', 'licences dépassées')] : []),
    ...(expired > 0 ? [counted(expired, 'licence finie et installée', 'licences finies et installées')] : []),
    ...(expiring > 0 ? [counted(expiring, 'licence bientôt finie', 'licences bientôt finies')] : []),
    ...(unlicensed > 0 ? [counted(unlicensed, 'poste sans licence', 'postes sans licence')] : []),
  ];
}

/** What deserves a look of a licence. */
export const licenceLooks = (licence: LicenceListItem, today: string, noticeDays: number): string[] =>
  licenceAttentions(licence, today, noticeDays).map((attention) => SOFTWARE_ATTENTIONS[attention].word);

/** "12 sur 10", "12, sans limite" */
export const licenceSeats = ({ seats, seatsUsed }: Pick<LicenceListItem, 'seats' | 'seatsUsed'>): string =>
  seats === null ? `${wholeNumber(seatsUsed)}, sans limite` : `${wholeNumber(seatsUsed)} sur ${wholeNumber(seats)}`;

/** "du 5 janv. 2026 au 31 août 2027", "depuis le 5 janv. 2026" */
export function licenceTerm({ fromDay, untilDay }: Pick<LicenceListItem, 'fromDay' | 'untilDay'>): string {
  return untilDay === null ? `depuis le ${dayOfYear(fromDay)}` : `du ${dayOfYear(fromDay)} au ${dayOfYear(untilDay)}`;
}

/** "du 5 janv. 2026 au 31 août 2027, version 2, 2 880,00 € TTC" */
export function licenceNote(licence: LicenceListItem): string {
  const { edition, priceCents, renewed } = licence;
  return [
    ...[licenceTerm(licence), edition === null ? 'toutes versions' : `version ${edition}`],
    ...(priceCents === null ? [] : [`${money(priceCents)} TTC`]),
    ...(renewed ? ['reprise par une autre'] : []),
  ].join(', ');
}

/** "depuis le 9 mai 2024, version 2, commande C-2026-00012" */
export function sinceWords(row: Pick<SoftwareInstallationItem, 'sinceDay' | 'edition' | 'orderNumber'>): string {
  return [
    `depuis le ${dayOfYear(row.sinceDay)}`,
    ...(row.edition === null ? [] : [`version ${row.edition}`]),
    ...(row.orderNumber === null ? [] : [`commande ${row.orderNumber}`]),
  ].join(', ');
}

/** "PE-000012, Tablette 10 pouces", "Salle 3, 30 postes", "toute l’école, 5 postes" */
export function whereWords(row: Pick<SoftwareInstallationItem, 'tag' | 'modelName' | 'roomName' | 'seats'>): string {
  if (row.tag !== null) return [row.tag, row.modelName].filter((word) => word).join(', ');
  return `${row.roomName ?? 'Toute l’école'}, ${counted(row.seats, 'poste', 'postes')}`;
}

/** "sous licence jusqu’au …", "sans licence en cours": nothing to whom licences are hidden. */
export function licensedWords({ licensed, licensedUntil }: Pick<ShownSoftware, 'licensed' | 'licensedUntil'>): string {
  if (licensed === null) return '';
  if (!licensed) return 'sans licence en cours';
  return licensedUntil === null ? 'sous licence' : `sous licence jusqu’au ${dayOfYear(licensedUntil)}`;
}
