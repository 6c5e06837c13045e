import type {
  DeliveredModel,
  DeliveryEntry,
  DeliveryListItem,
  DeliveryPage,
  DeliveryReceipt,
  EntryModel,
} from '@parc/api-client';
import { counted, countedRows, dayOfYear, money } from '@parc/ui';

/** "3 livraisons sont incomplètes", "12 livraisons". */
export function deliveriesTitle(total: number, incomplete: boolean): string {
  if (incomplete)
    return total === 0
      ? 'Rien ne manque'
      : countedRows(total, 'livraison est incomplète', 'livraisons sont incomplètes');
  return total === 0 ? 'Aucune livraison' : countedRows(total, 'livraison', 'livraisons');
}

/** "90 reçus, il en manque 6", "96 reçus". */
export function deliveredWords({ received, awaited }: Pick<DeliveryListItem, 'received' | 'awaited'>): string {
  const came = received === 0 ? 'rien de reçu' : counted(received, 'reçu', 'reçus');
  return awaited === 0 ? came : `${came}, il en manque ${awaited}`;
}

/** "96 appareils sont entrés, il en manque 6". */
export function deliveryTitle({ received, missing }: Pick<DeliveryPage, 'received' | 'missing'>): string {
  const came =
    received === 0 ? 'Rien n’est entré encore' : counted(received, 'appareil est entré', 'appareils sont entrés');
  return missing === 0 ? came : `${came}, il en manque ${missing}`;
}

/** "Bon de livraison BL-118 · commande 2026-0117 · livré le 23 nov. 2026". */
export function noteWords(page: Pick<DeliveryPage, 'noteNumber' | 'orderReference' | 'deliveredOn'>): string {
  const parts = [
    `bon de livraison ${page.noteNumber}`,
    page.orderReference === null ? '' : `commande ${page.orderReference}`,
    `livré le ${dayOfYear(page.deliveredOn)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** "90 sur 96 commandés", "90 reçus". */
export function modelWords({ quantity, received }: Pick<DeliveredModel, 'quantity' | 'received'>): string {
  return quantity === null
    ? counted(received, 'reçu', 'reçus')
    : `${received} sur ${counted(quantity, 'commandé', 'commandés')}`;
}

/** "PE-000412 à PE-000701", "PE-000412". */
export function tagsWords(first: string | null | undefined, last: string | null | undefined): string {
  if (!first || !last) return '';
  return first === last ? first : `${first} à ${last}`;
}

/** "290 appareils · PE-000412 à PE-000701 · 72 210,00 € HT"; labels that do not follow one another are not said as if they did. */
export function receiptWords({ devices, firstTag, lastTag, netCents }: DeliveryReceipt): string {
  const inARow = devices === 1 || numberOf(lastTag) - numberOf(firstTag) === devices - 1;
  const parts = [
    counted(devices, 'appareil', 'appareils'),
    inARow ? tagsWords(firstTag, lastTag) : '',
    netCents > 0 ? `${money(netCents)} HT` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const numberOf = (tag: string | null): number => Number(/\d+$/.exec(tag ?? '')?.[0] ?? Number.NaN);

/** "121 appareils sont prêts à entrer, 4 lignes sont à corriger". */
export function entryTitle({ ready, faulty, received }: Pick<DeliveryEntry, 'ready' | 'faulty' | 'received'>): string {
  const come = counted(ready, 'appareil est prêt à entrer', 'appareils sont prêts à entrer');
  const mend = counted(faulty, 'ligne est à corriger', 'lignes sont à corriger');
  if (ready === 0 && faulty === 0)
    return received > 0 ? 'Toutes les lignes sont déjà entrées' : 'Toutes les lignes sont laissées de côté';
  if (ready === 0) return faulty === 1 ? 'Une ligne est à corriger' : `${mend}`;
  return faulty === 0 ? come : `${come}, ${mend}`;
}

/** What the note says against what the ready rows cost; empty where nobody said, or both agree. */
export function totalWarning(entry: DeliveryEntry): string {
  const { announcedNetCents, readyNetCents, unpriced, ready, faulty } = entry;
  if (announcedNetCents === null || ready === 0 || announcedNetCents === readyNetCents) return '';
  const rest =
    faulty > 0
      ? ` Il reste ${counted(faulty, 'ligne', 'lignes')} à corriger.`
      : unpriced > 0
        ? ` ${counted(unpriced, 'ligne n’a', 'lignes n’ont')} pas de prix.`
        : '';
  return `Le bon dit ${money(announcedNetCents)} HT, les lignes prêtes font ${money(readyNetCents)} HT.${rest}`;
}

/** "3 à corriger · 3 pas dans le fichier", "complet". */
export function entryModelWords({ ready, faulty, missing, quantity }: EntryModel): string {
  const parts = [
    faulty > 0 ? `${faulty} à corriger` : '',
    missing > faulty ? `${missing - faulty} pas dans le fichier` : '',
    quantity === null && faulty === 0 ? counted(ready, 'ligne prête', 'lignes prêtes') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'complet' : parts.join(' · ');
}

/** Parts of a hundred of what was ordered: come in, to be mended. */
export function entryShares({ received, faulty, quantity }: EntryModel): { come: number; faulty: number } {
  const whole = Math.max(quantity ?? 0, received + faulty, 1);
  return { come: (received / whole) * 100, faulty: (faulty / whole) * 100 };
}
