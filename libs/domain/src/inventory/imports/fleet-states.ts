import { plainText } from '../../directory/plain-text.js';
import { EQUIPMENT_STATES, type EquipmentState } from '../equipment-states.js';

/** States in which a device may be when its list comes in, with the words that lists have for them. */
// prettier-ignore
const WORDS = {
  'in-service':   ['en service', 'en production', 'en fonction', 'fonctionnel', 'opérationnel', 'utilisé', 'en utilisation', 'affecté', 'déployé', 'installé', 'actif', 'ok', 'bon état', 'in use', 'in production', 'in service', 'deployed', 'active'],
  'in-stock':     ['en stock', 'stock', 'en réserve', 'réserve', 'disponible', 'neuf', 'non affecté', 'à déployer', 'prêt à déployer', 'prêt à être déployé', 'déployable', 'ready to deploy', 'available', 'in stock', 'deployable'],
  'under-repair': ['en réparation', 'en panne', 'panne', 'hs', 'en maintenance', 'maintenance', 'sav', 'en sav', 'out for repair', 'out for diagnostics', 'broken', 'under repair', 'in repair'],
  lost:           ['perdu', 'égaré', 'introuvable', 'disparu', 'non trouvé', 'lost', 'missing'],
  stolen:         ['volé', 'vol', 'dérobé', 'stolen'],
  retired:        ['réformé', 'réforme', 'mis au rebut', 'au rebut', 'rebut', 'retiré', 'hors service', 'hors d’usage', 'obsolète', 'à jeter', 'déclassé', 'archivé', 'archived', 'retired', 'scrapped', 'disposed', 'broken not fixable'],
} as const satisfies Partial<Record<EquipmentState, readonly string[]>>;

export type FleetState = keyof typeof WORDS;
export const FLEET_STATES = Object.keys(WORDS) as FleetState[];

/** States in which it does not matter any more where a list says that a device is. */
export const PLACE_APART: readonly FleetState[] = ['under-repair', 'lost', 'stolen', 'retired'];

const BY_WORD: ReadonlyMap<string, FleetState> = new Map(
  FLEET_STATES.flatMap((state) =>
    [EQUIPMENT_STATES[state].word, ...WORDS[state]].map((word) => [plainText(word), state] as const),
  ),
);

/** Our state for a list's word; null when nobody could tell without a person. */
export const fleetState = (word: string): FleetState | null => BY_WORD.get(word) ?? null;
