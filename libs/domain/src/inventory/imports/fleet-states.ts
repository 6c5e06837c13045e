import { plainText } from '../../directory/plain-text.js';
import { statesOf } from '../../lifecycle/states.js';
import { EQUIPMENT_STATES, type EquipmentState } from '../equipment-states.js';

/** The words that lists have for states; null: no list brings a device in it. */
// prettier-ignore
const WORDS = {
  ordered:             null,
  'awaiting-training': null,
  'on-loan':           null,
  disposed:            null,
  'in-service':   ['en service', 'en production', 'en fonction', 'fonctionnel', 'opérationnel', 'utilisé', 'en utilisation', 'affecté', 'déployé', 'installé', 'actif', 'ok', 'bon état', 'in use', 'in production', 'in service', 'deployed', 'active'],
  'in-stock':     ['en stock', 'stock', 'en réserve', 'réserve', 'disponible', 'neuf', 'non affecté', 'à déployer', 'prêt à déployer', 'prêt à être déployé', 'déployable', 'ready to deploy', 'available', 'in stock', 'deployable'],
  'under-repair': ['en réparation', 'en panne', 'panne', 'hs', 'en maintenance', 'maintenance', 'sav', 'en sav', 'out for repair', 'out for diagnostics', 'broken', 'under repair', 'in repair'],
  lost:           ['perdu', 'égaré', 'introuvable', 'disparu', 'non trouvé', 'Lost', 'missing'],
  stolen:         ['volé', 'vol', 'dérobé', 'Stolen'],
  retired:        ['réformé', 'réforme', 'mis au rebut', 'au rebut', 'rebut', 'retiré', 'hors service', 'hors d’usage', 'obsolète', 'à jeter', 'déclassé', 'archivé', 'archived', 'Retired', 'scrapped', 'Disposed', 'broken not fixable'],
} as const satisfies Record<EquipmentState, readonly string[] | null>;

/** States in which a device may be when its list comes in. */
export type FleetState = {
  [State in EquipmentState]: (typeof WORDS)[State] extends null ? never : State;
}[EquipmentState];
export const FLEET_STATES = statesOf(WORDS).filter((state): state is FleetState => WORDS[state] !== null);

/** States in which it does not matter any more where a list says that a device is. */
export const PLACE_APART = FLEET_STATES.filter((state) => EQUIPMENT_STATES[state].spot === 'stock-or-room');

const BY_WORD: ReadonlyMap<string, FleetState> = new Map(
  FLEET_STATES.flatMap((state) =>
    [EQUIPMENT_STATES[state].word, ...WORDS[state]].map((word) => [plainText(word), state] as const),
  ),
);

/** Our state for a list's word; null when nobody could tell without a person. */
export const fleetState = (word: string): FleetState | null => BY_WORD.get(word) ?? null;
