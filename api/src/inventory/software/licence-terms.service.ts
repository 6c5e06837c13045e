import { Injectable } from '@nestjs/common';
import { addCalendarDays, frenchDay } from '@parc/domain';
import { leftJoin, join } from '../../platform/database/joins.sql.js';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { LIMITS } from '../../platform/limits.js';
import { softwareOf } from './software.sql.js';

export interface EndingLicence {
  id: string;
  titleName: string;
  schoolName: string | null;
  untilDay: string;
  seatsUsed: number;
}

/** Licences that end soon: each is told once. */
@Injectable()
export class LicenceTermsService {
  /** Those that end within so many days and were not told, which they are from now on. The first to end first. */
  async tell(manager: EntityManager, day: string, noticeDays: number): Promise<EndingLicence[]> {
    const [told]: [{ id: string }[]] = await manager.query(
      `update software_licence l set told_on = $1
        where l.told_on is null and l.renewed_by is null and l.until_day between $1 and $2 returning l.id`,
      [day, addCalendarDays(day, noticeDays)],
    );
    return manager.query(
      `select l.id, t.name as "titleName", s.name as "schoolName", l.until_day::text as "untilDay", l.seats_used as "seatsUsed"
         from software_licence l ${join(softwareOf('l.title_id'))} ${leftJoin(schoolOf('l.school_id'))}
        where l.id = any($1) order by l.until_day, t.name, l.id limit ${LIMITS.software.toldAtOnce + 1}`,
      [told.map(({ id }) => id)],
    );
  }
}

/** A mail's lines about them. */
export function endingLines(licences: readonly EndingLicence[]): string {
  const lines = licences
    .slice(0, LIMITS.software.toldAtOnce)
    .map(
      ({ titleName, schoolName, untilDay, seatsUsed }) =>
        `${titleName} (${schoolName ?? 'le plan'}), le ${frenchDay(untilDay)} ${untilDay.slice(0, 4)}, ${seatsUsed === 0 ? 'installé nulle part' : seatsUsed === 1 ? '1 poste installé' : `${seatsUsed} postes installés`}`,
    );
  const more = licences.length > LIMITS.software.toldAtOnce ? ' ; et d’autres.' : '.';
  return `${lines.join(' ; ')}${more}`;
}
