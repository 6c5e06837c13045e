import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RoomAnswer } from './directory.answers.js';

/** What screens read of schools. */
@Injectable()
export class SchoolsQueries {
  constructor(private readonly dataSource: DataSource) {}

  rooms(schoolId: string): Promise<RoomAnswer[]> {
    return this.dataSource.query(
      `select id, name, floor, has_power as "hasPower", has_network as "hasNetwork" from room
        where school_id = $1 and not removed order by name, id`,
      [schoolId],
    );
  }
}
