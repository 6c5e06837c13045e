import type { CampaignPartRoom, CampaignRoomItem, CampaignRoomPage, DifferenceItem } from '@parc/api-client';
import { DIFFERENCES, EQUIPMENT_MISSING, FINDINGS, RESOLUTIONS, type Finding, type Resolution } from '@parc/domain';
import { counted, day, dayOfYear, time } from '@parc/ui';

type Awaiting = Pick<CampaignPartRoom, 'awaited'>;

/** "12 appareils restent à voir", "Tout a été vu". */
export function awaitedWords(awaited: number): string {
  return awaited === 0 ? 'Tout a été vu' : counted(awaited, 'appareil reste à voir', 'appareils restent à voir');
}

/** "Récolement : 12 appareils restent à voir": a school's card, and the title of its part. */
export function campaignTitle(awaited: number): string {
  return awaited === 0 ? 'Récolement : tout a été vu' : `Récolement : ${awaitedWords(awaited)}`;
}

export const awaitedIn = (rooms: readonly Awaiting[]): number => rooms.reduce((sum, { awaited }) => sum + awaited, 0);

/** What a list of devices of one room is made of. */
export interface RoomParts {
  readonly awaited: readonly CampaignRoomItem[];
  /** Not expected here: in another room, of elsewhere, or known to nobody. */
  readonly others: readonly CampaignRoomItem[];
  readonly missing: readonly CampaignRoomItem[];
  readonly seen: readonly CampaignRoomItem[];
  readonly repair: readonly CampaignRoomItem[];
}

export function roomParts({ items }: Pick<CampaignRoomPage, 'items'>): RoomParts {
  const of = (...findings: (Finding | null)[]) => items.filter(({ finding }) => findings.includes(finding));
  return {
    awaited: of('awaited'),
    others: of('misplaced', 'unexpected', 'unknown'),
    missing: of('missing'),
    seen: of('found'),
    repair: of(null),
  };
}

/** "Salle 3 : il reste 1 appareil à voir", "Salle 3 : tout a été vu". */
export function roomTitle(roomName: string, { awaited, seen, others, missing }: RoomParts): string {
  if (awaited.length > 0) return `${roomName} : il reste ${counted(awaited.length, 'appareil', 'appareils')} à voir`;
  return seen.length + others.length + missing.length === 0
    ? `${roomName} : rien n’y est attendu`
    : `${roomName} : tout a été vu`;
}

/** "7 vus sur 9, 1 chez le réparateur · lieu 11 sur 15". */
export function roomProgress(
  { place, rooms }: Pick<CampaignRoomPage, 'place' | 'rooms'>,
  { awaited, seen, missing, repair }: RoomParts,
): string {
  const all = awaited.length + seen.length + missing.length;
  const parts = [
    all === 0 ? '' : `${counted(seen.length, 'vu', 'vus')} sur ${all}`,
    repair.length === 0 ? '' : `${repair.length} chez le réparateur`,
  ].filter((part) => part !== '');
  return [parts.join(', '), `lieu ${place} sur ${rooms}`].filter((part) => part !== '').join(' · ');
}

/** What ending a room now would leave: "1 introuvable, 2 à régler", "rien à régler". */
export function leftWords({ awaited, missing, others }: RoomParts): string {
  const lost = awaited.length + missing.length;
  const parts = [
    lost === 0 ? '' : counted(lost, 'introuvable', 'introuvables'),
    others.length === 0 ? '' : `${others.length} à régler`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'rien à régler' : parts.join(', ');
}

/** What sending now would leave, of a whole school. */
export function sendingWords(rooms: readonly CampaignPartRoom[]): string {
  const awaited = awaitedIn(rooms);
  const differences = rooms.reduce((sum, room) => sum + room.differences, 0);
  if (awaited === 0 && differences === 0) return 'Tout a été vu à sa place : rien ne restera à régler.';
  const parts = [
    awaited === 0
      ? ''
      : `${counted(awaited, 'appareil que personne n’a vu devient introuvable', 'appareils que personne n’a vus deviennent introuvables')}`,
    differences === 0
      ? ''
      : `${counted(differences, 'autre écart est', 'autres écarts sont')} à régler par la métropole`,
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}

/** "2 vus, 3 à voir", "vide", "5 vus, 1 écart". */
export function roomWords({ awaited, seen, differences }: CampaignPartRoom): string {
  const parts = [
    seen === 0 ? '' : counted(seen, 'vu', 'vus'),
    awaited === 0 ? '' : `${awaited} à voir`,
    differences === 0 ? '' : counted(differences, 'écart', 'écarts'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'rien n’y est attendu' : parts.join(', ');
}

export const nameOf = ({ modelName, finding, note }: CampaignRoomItem): string =>
  modelName ?? note ?? (finding === 'unknown' ? 'Étiquette inconnue' : 'Appareil d’un autre lieu');

/** "PE-004220 · vu ici en juin", "PE-005102 · sa place : armoire du couloir". */
export function itemWords(item: CampaignRoomItem): string {
  const { tag, containerTag, finding, placeName, lastSeenAt, modelName, note } = item;
  const place = finding === 'misplaced' || finding === 'unexpected' ? placeName && `sa place : ${placeName}` : '';
  const before =
    finding === 'awaited' ? (lastSeenAt === null ? 'jamais vu encore' : `vu le ${dayOfYear(lastSeenAt)}`) : '';
  const described = modelName === null && note !== null ? 'la métropole cherche d’où il vient' : '';
  return [tag, containerTag && `dans ${containerTag}`, place, before, described].filter(Boolean).join(' · ');
}

/** "Déjà vu par Claire Morel à 10 h 12". */
export function seenWords({ seenByName, seenAt }: CampaignRoomItem): string {
  return seenAt === null
    ? ''
    : `${seenByName === null ? 'vu' : `vu par ${seenByName}`} le ${day(seenAt)} à ${time(seenAt)}`;
}

/** What the scanner says of what it read. */
export function sightingWords(item: CampaignRoomItem, first: boolean): string {
  if (!first) return `Déjà ${seenWords(item)} : ${nameOf(item)}`;
  const name = `${nameOf(item)}${item.tag === null ? '' : `, ${item.tag}`}`;
  if (item.finding === 'found') return `${name} : à sa place`;
  if (item.finding === 'misplaced') return `${name} : sa place est ${item.placeName ?? 'ailleurs'}`;
  return item.finding === 'unknown'
    ? `${item.tag ?? 'Objet'} : inconnu du parc, gardé pour plus tard`
    : `${name} : pas attendu ici, gardé pour la métropole`;
}

/** "3 introuvables, dont 1 à régler". */
export function findingWords(finding: Finding, count: number, unresolved: number): string {
  const { word, plural } = FINDINGS[finding];
  const all = `${count} ${count === 1 ? word.toLowerCase() : plural}`;
  return DIFFERENCES.includes(finding) && unresolved > 0 ? `${all}, dont ${unresolved} à régler` : all;
}

/** What a difference says on one line, under its device. */
export function differenceWords(row: DifferenceItem): string {
  const { finding, placeName, seenRoomName, seenByName, answer, note, code, tag, modelName } = row;
  const where = seenRoomName === null ? '' : `vu : ${seenRoomName}`;
  const place = placeName === null ? '' : `${finding === 'missing' ? 'attendu' : 'sa place'} : ${placeName}`;
  const said = answer === 'stays' ? 'l’école le garde là' : '';
  const read = tag === null && code !== null && modelName === null ? `lu : ${code}` : '';
  const by = seenByName === null ? '' : `par ${seenByName}`;
  const described = modelName === null ? null : note;
  return [read, described, place, where, by, said].filter(Boolean).join(' · ');
}

/** "déclaré perdu le 28 nov. par Claire Morel". */
export function resolvedWords({ resolution, resolvedAt, resolvedByName }: DifferenceItem): string {
  if (resolution === null || resolvedAt === null) return '';
  const by = resolvedByName === null ? '' : ` par ${resolvedByName}`;
  return `${RESOLUTIONS[resolution].done} le ${day(resolvedAt)}${by}`;
}

const MISSING_STATES: readonly DifferenceItem['state'][] = EQUIPMENT_MISSING;

/** The answers that are offered: what was missing may be found again, what never was cannot. */
export function offeredResolutions({
  finding,
  state,
}: Pick<DifferenceItem, 'finding' | 'state'>): readonly Resolution[] {
  const { resolutions } = FINDINGS[finding];
  return finding === 'unexpected' && !MISSING_STATES.includes(state)
    ? resolutions.filter((resolution) => resolution !== 'found')
    : resolutions;
}
