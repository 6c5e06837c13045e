import type { GatheredDevice, SchoolYearPage, StandingDevice } from '@parc/api-client';
import { counted } from '@parc/ui';

/** The two moments of a summer. */
export const MOMENTS = { fin: 'Fin d’année', rentree: 'Rentrée' } as const;
export type Moment = keyof typeof MOMENTS;

/** A case with what lies in it, or a device alone. */
export interface Standing {
  readonly device: StandingDevice;
  readonly contents: readonly StandingDevice[];
}

export interface RoomOfYear {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Standing[];
  readonly devices: readonly StandingDevice[];
}

/** Room by room, each case with its contents under it. */
export function roomsOfYear({ standing }: Pick<SchoolYearPage, 'standing'>): RoomOfYear[] {
  return [...new Set(standing.map(({ roomId }) => roomId))].map((id) => {
    const devices = standing.filter(({ roomId }) => roomId === id);
    const inside = (caseId: string) => devices.filter(({ containerId }) => containerId === caseId);
    const alone = devices.filter(({ containerId }) => containerId === null);
    const lines = alone.map((device) => ({ device, contents: device.isContainer ? inside(device.id) : [] }));
    return { id, name: devices[0]!.roomName, lines, devices };
  });
}

const left = (devices: readonly StandingDevice[]) => devices.filter(({ stays }) => !stays);

/** "6 appareils, 4 à voir", "6 appareils, tous vus" */
export function roomWords({ devices }: RoomOfYear): string {
  const toSee = left(devices).length;
  const seen = toSee === 0 ? 'tous vus' : `${toSee} à voir`;
  return `${counted(devices.length, 'appareil', 'appareils')}, ${devices.length === 1 && toSee === 0 ? 'vu' : seen}`;
}

/** "15 dedans, 12 comptés", "15 dedans, tous comptés" */
export function contentsWords(contents: readonly StandingDevice[]): string {
  if (contents.length === 0) return 'Vide';
  const seen = contents.length - left(contents).length;
  const words =
    seen === contents.length ? 'tous comptés' : seen === 0 ? 'aucun compté' : counted(seen, 'compté', 'comptés');
  return `${contents.length} dedans, ${words}`;
}

/** What "Tout reste ici" says of: all but what lies in a case, which is counted one by one. */
export const stayingAtOnce = ({ lines }: RoomOfYear): string[] =>
  left(lines.map(({ device }) => device)).map(({ id }) => id);

export const countedAtOnce = (contents: readonly StandingDevice[]): string[] => left(contents).map(({ id }) => id);

/** The title of what is left to do before the summer. */
export function yearEndTitle({ standing, missing }: Pick<SchoolYearPage, 'standing' | 'missing'>): string {
  const toSee = left(standing).length;
  const lost = missing.length === 0 ? '' : `, ${counted(missing.length, 'introuvable', 'introuvables')}`;
  if (standing.length === 0) return `Rien à rassembler${lost}`;
  return toSee === 0 ? `Tout est vu${lost}` : `${counted(toSee, 'appareil', 'appareils')} à voir avant l’été${lost}`;
}

/** The title of what is left to put back. */
export function yearStartTitle({ gathered }: Pick<SchoolYearPage, 'gathered'>): string {
  return gathered.length === 0
    ? 'Tout est en place pour la rentrée'
    : `${counted(gathered.length, 'appareil', 'appareils')} à remettre en place`;
}

/** "et 15 dedans" beside a case. */
export const withContents = ({ contents }: Pick<GatheredDevice, 'contents'>): string =>
  contents === 0 ? '' : `et ${contents} dedans`;
