import { CAMPAIGN_PARTS_OVER, EQUIPMENT_IN_ROOM } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SCHOOLS } from '../../directory/school.sql.js';
import { inStates, notInStates } from '../../platform/database/in-states.js';
import { all } from '../../platform/database/joins.sql.js';
import { LIMITS } from '../../platform/limits.js';
import type { CampaignSchoolsQuery } from './campaign.dto.js';

export interface ChosenSchool {
  id: string;
  devices: number;
  /** It counts for another campaign. */
  busy: boolean;
}

/** The schools that have something to be seen, of those that are asked for. */
export function chosenSchools(
  manager: EntityManager,
  { communeId, sector, schoolId }: CampaignSchoolsQuery,
): Promise<ChosenSchool[]> {
  return manager.query(
    `select s.id, d.count as devices,
        exists (select from campaign_part t where t.school_id = s.id and ${notInStates('t.state', CAMPAIGN_PARTS_OVER)}) as busy
       from ${all(SCHOOLS)} join (select e.school_id, count(*)::int from equipment e
         where e.school_id is not null and ${inStates('e.state', EQUIPMENT_IN_ROOM)} group by e.school_id) d on d.school_id = s.id
      where s.state = 'open' and ($1::uuid is null or s.commune_id = $1) and ($2::text is null or s.sector = $2) and ($3::uuid is null or s.id = $3)
      order by s.id limit ${LIMITS.campaign.schools}`,
    [communeId ?? null, sector ?? null, schoolId ?? null],
  );
}
