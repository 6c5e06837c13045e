import type { DeviceEnds, DisposalListItem } from '@parc/api-client';
import { DESTINATIONS, RETIREMENT_KINDS, WIPE_METHODS, WIPE_RESULTS } from '@parc/domain';
import { counted, countedRows, dayOfYear, wholeNumber } from '@parc/ui';

/** "3 ans et 2 mois", "4 mois", "moins d’un mois". */
export function ageInMonths(months: number): string {
  if (months === 0) return 'moins d’un mois';
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [years > 0 ? counted(years, 'an') : '', rest > 0 ? counted(rest, 'mois', 'mois') : ''];
  return parts.filter((part) => part !== '').join(' et ');
}

/** "156 kg CO₂e", "64,6 kg CO₂e", "12 t CO₂e". */
export function carbonWords(grams: number): string {
  if (grams >= 10_000_000) return `${wholeNumber(Math.round(grams / 1_000_000))} t CO₂e`;
  const tenths = Math.round(grams / 100);
  return `${wholeNumber(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `,${tenths % 10}`} kg CO₂e`;
}

/** "20 %", "34,5 %"; where there is nothing to be part of, that. */
export function shareWords(basisPoints: number | null): string {
  if (basisPoints === null) return 'sans objet';
  const tenths = Math.round(basisPoints / 10);
  return `${wholeNumber(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `,${tenths % 10}`} %`;
}

/** "Réécriture du disque, effacé le 12 mars 2026" */
export function wipeWords({ method, result, wipedOn }: DeviceEnds['wipes'][number]): string {
  return `${WIPE_METHODS[method].word}, ${WIPE_RESULTS[result].word.toLowerCase()} le ${dayOfYear(wipedOn)}`;
}

/** "Délibération du 12 mars 2026" */
export function decisionWords({ retirementKind, retiredOn }: Pick<DeviceEnds, 'retirementKind' | 'retiredOn'>): string {
  if (retirementKind === null || retiredOn === null) return '';
  return `${RETIREMENT_KINDS[retirementKind].word} du ${dayOfYear(retiredOn)}`;
}

/** "12 appareils sont sortis du parc en 2025" */
export function registerTitle(total: number, year: number | null): string {
  const when = year === null ? '' : ` en ${year}`;
  if (total === 0) return `Aucun appareil n’est sorti du parc${when}`;
  return `${countedRows(total, 'appareil est sorti', 'appareils sont sortis')} du parc${when}`;
}

/** "Don · réemploi attesté" */
export function destinationWords({
  destination,
  reuseAttested,
}: Pick<DisposalListItem, 'destination' | 'reuseAttested'>): string {
  return `${DESTINATIONS[destination].word}${reuseAttested ? ' · réemploi attesté' : ''}`;
}
