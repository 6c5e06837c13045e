import { Injectable } from '@nestjs/common';
import { calendarText, placeSaid, type CalendarMethod, type TrainingPlace } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import { Clock } from '../platform/clock.js';
import { leftJoin } from '../platform/database/joins.sql.js';
import { MailService } from '../platform/mail/mail.service.js';
import { TrainingDates } from './training-dates.js';
import type { TrainingSession } from './training-session.entity.js';

interface Told {
  title: string;
  placeKind: TrainingPlace;
  schoolName: string | null;
  placeName: string | null;
  remoteLink: string | null;
}

/** What calendars of those who have a place are told of a session. */
@Injectable()
export class TrainingInvitations {
  constructor(
    private readonly dates: TrainingDates,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** The same for all; of a session from afar its link is the place. */
  async of(manager: EntityManager, session: TrainingSession, method: CalendarMethod): Promise<string> {
    const [told]: Told[] = await manager.query(TOLD, [session.id]);
    const { title, remoteLink, ...place } = told!;
    const dates = await this.dates.of(manager, session.id);
    return calendarText(method, {
      ...{ id: session.id, sequence: session.version, title, dates },
      ...{ place: remoteLink ?? placeSaid(place), page: this.mails.link(`/formations/${session.id}`) },
      ...{ organizer: this.mails.sender, at: this.clock.now() },
    });
  }
}

const TOLD = `select d.title, t.place_kind as "placeKind", s.name as "schoolName", t.place_name as "placeName", t.remote_link as "remoteLink"
  from training_session t join training_module d on d.id = t.module_id ${leftJoin(schoolOf('t.school_id'))} where t.id = $1`;
