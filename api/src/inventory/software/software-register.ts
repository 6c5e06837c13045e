import { Injectable } from '@nestjs/common';
import type { LicenceChoice } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';

export interface SoftwareTitle {
  id: string;
  name: string;
  hosting: string;
  free: boolean;
  unitSeats: number;
  termMonths: number | null;
  version: number;
}

export interface SoftwareLicence extends LicenceChoice {
  titleId: string;
  version: number;
}

const TITLE = 'id, name, hosting, free, unit_seats as "unitSeats", term_months as "termMonths", version';
const LICENCE = `id, title_id as "titleId", school_id as "schoolId", seats, strict, from_day::text as "fromDay", until_day::text as "untilDay",
  seats_used as "seatsUsed", renewed_by is not null as renewed, version`;

/** Titles and licences, one at a time: whoever has the register has the whole of it. */
@Injectable()
export class SoftwareRegister {
  /** It stays until the transaction ends. @throws Refused object.not-found */
  async title(manager: EntityManager, titleId: string): Promise<SoftwareTitle> {
    return found(await manager.query(`select ${TITLE} from software_title where id = $1 for key share`, [titleId]));
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lockTitle(manager: EntityManager, titleId: string, write: Write): Promise<SoftwareTitle> {
    const sql = `select ${TITLE} from software_title where id = $1 for no key update`;
    const title = found<SoftwareTitle>(await manager.query(sql, [titleId]));
    requireVersion(write, title.version);
    return title;
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lockLicence(manager: EntityManager, licenceId: string, write: Write): Promise<SoftwareLicence> {
    const sql = `select ${LICENCE} from software_licence where id = $1 for no key update`;
    const licence = found<SoftwareLicence>(await manager.query(sql, [licenceId]));
    requireVersion(write, licence.version);
    return licence;
  }

  /** Those of a title, as they stand now. */
  licences(manager: EntityManager, titleId: string, schoolId: string | null): Promise<SoftwareLicence[]> {
    return manager.query(
      `select ${LICENCE} from software_licence where title_id = $1 and (school_id is null or school_id = $2) and renewed_by is null order by id`,
      [titleId, schoolId],
    );
  }

  /** One of a title, that somebody names. @throws Refused software.licence-unknown */
  async licenceOf(manager: EntityManager, titleId: string, licenceId: string): Promise<SoftwareLicence> {
    const [licence] = await manager.query(`select ${LICENCE} from software_licence where id = $1 and title_id = $2`, [
      licenceId,
      titleId,
    ]);
    if (!licence) throw new Refused('software.licence-unknown');
    return licence as SoftwareLicence;
  }
}

function found<Row>(rows: readonly unknown[]): Row {
  if (!rows[0]) throw new Refused('object.not-found');
  return rows[0] as Row;
}
