import { isEligible, type BodyKind, type OpeningHours } from '@parc/domain';
import type { CommuneFacts } from './communes.js';
import type { FiguresRow, RoomRow, SchoolRow } from './rows.js';

/** A school or teaching unit with what the rest of the demonstration asks of it. */
export interface Site {
  school: SchoolRow;
  openingHours: OpeningHours;
  commune: CommuneFacts & { id: string };
  /** Position of the inspection it would belong to, private schools too: technicians share the territory by it. */
  sector: number;
  classes: number;
  pupils: number;
  rooms: RoomRow[];
  /** By school year (2026 for 2026-2027). */
  figures: Map<number, FiguresRow>;
}

export interface Directory {
  sites: Site[];
  communes: (CommuneFacts & { id: string })[];
  circonscriptionIds: string[];
  /** Bodies by name. */
  bodies: { id: string; name: string; kind: BodyKind; sites: Site[] }[];
  /** The school of the sign-in page's first role. */
  tilleuls: Site;
}

export function isWithoutContract(site: Site): boolean {
  return !isEligible(site.school.state_contract);
}
