import { kindRows, kindsOf, kindsWhere, type Kind } from '../../kinds/kinds.js';
import type { EquipmentState } from '../equipment-states.js';

/** How the manager resolves a difference. */
export const RESOLUTIONS = kindRows<{ word: string; done: string }>()({
  moved: { word: 'Il est ici', done: 'mis à cette place' },
  left: { word: 'Il retourne à sa place', done: 'rendu à sa place' },
  lost: { word: 'Déclarer perdu', done: 'déclaré perdu' },
  found: { word: 'Il est retrouvé', done: 'retrouvé' },
  created: { word: 'L’ajouter au parc', done: 'ajouté au parc' },
  ignored: { word: 'Ne pas le compter', done: 'laissé hors du parc' },
});
export type Resolution = Kind<typeof RESOLUTIONS>;
export const RESOLUTION_NAMES = kindsOf(RESOLUTIONS);

/** What became of a device, or of what was found beside them, in one school's part. */
export const FINDINGS = kindRows<{
  word: string;
  /** Of many, in a count. */
  plural: string;
  /** Something for the manager to resolve, in one of these ways. */
  resolutions: readonly Resolution[];
  seen: boolean;
}>()({
  awaited: { word: 'À voir', plural: 'à voir', resolutions: [], seen: false },
  found: { word: 'Vu', plural: 'vus', resolutions: [], seen: true },
  misplaced: { word: 'Mal rangé', plural: 'mal rangés', resolutions: ['moved', 'left'], seen: true },
  unexpected: { word: 'Inattendu', plural: 'inattendus', resolutions: ['moved', 'left', 'found'], seen: true },
  unknown: { word: 'Inconnu', plural: 'inconnus', resolutions: ['created', 'ignored'], seen: true },
  missing: { word: 'Introuvable', plural: 'introuvables', resolutions: ['found', 'lost'], seen: false },
  gone: { word: 'Parti entre-temps', plural: 'partis entre-temps', resolutions: [], seen: false },
});
export type Finding = Kind<typeof FINDINGS>;
export const FINDING_NAMES = kindsOf(FINDINGS);
export const DIFFERENCES = kindsWhere(FINDINGS, ({ resolutions }) => resolutions.length > 0);
export const SEEN_FINDINGS = kindsWhere(FINDINGS, ({ seen }) => seen);

/** How it was seen. */
export const SIGHTINGS = kindRows<{ word: string }>()({
  scan: { word: 'lu' },
  list: { word: 'vu' },
  said: { word: 'dit' },
});
export type Sighting = Kind<typeof SIGHTINGS>;

/** What whoever found a misplaced device says of it. */
export const MISPLACED_ANSWERS = kindRows<{ word: string }>()({
  stays: { word: 'Il reste ici' },
  returned: { word: 'Je le range' },
});
export type MisplacedAnswer = Kind<typeof MISPLACED_ANSWERS>;

/** Where a device is known to be, against where somebody stands before it. */
export interface Sighted {
  state: EquipmentState;
  /** Of this part's school, by its room or its case's. */
  ofSchool: boolean;
  /** Its room, or its case's. */
  roomId: string | null;
  seenRoomId: string;
}

/** What a sighting finds: at its place, in another room of its school, or not of here at all. */
export function findingOf(
  { state, ofSchool, roomId, seenRoomId }: Sighted,
  inRoom: readonly EquipmentState[],
): Finding {
  if (!ofSchool || !inRoom.includes(state)) return 'unexpected';
  return roomId === seenRoomId ? 'found' : 'misplaced';
}

/** Whether the manager may resolve it so. */
export const mayResolve = (finding: Finding, resolution: Resolution): boolean =>
  FINDINGS[finding].resolutions.includes(resolution);
