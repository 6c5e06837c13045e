import { Injectable } from '@nestjs/common';
import { type LabelKnown, LABEL_REPORTS } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { LabelledDevices, type LabelledDevice } from '../../inventory/labels/labelled-devices.js';
import { SlidingWindows, type Window } from '../../platform/bounds/sliding-window.js';
import { Clock } from '../../platform/clock.js';
import { SecretKey } from '../../platform/config/secret-key.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { OPEN_TICKETS_OF } from '../ticket.sql.js';
import type { LabelledThing, LabelReportAnswer, LabelReportRequest } from './label-report.dto.js';
import { labelReportMail } from './label-report-mail.js';
import { KNOWN_WAITING, WAITING_OF_SCHOOL } from './label-report.sql.js';

const WINDOWS = new SlidingWindows('label_report_window');

/**
 * What somebody without account reads of a label and says of its device. Nothing of them is kept but a keyed hash of their
 * network, for a day; what they say waits for the school's head.
 */
@Injectable()
export class LabelReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly devices: LabelledDevices,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly secret: SecretKey,
    private readonly clock: Clock,
  ) {}

  /** Labels are numbered: a network looks at so many an hour. @throws Refused label-report.unknown, label-report.too-many */
  async look(code: string, address: string): Promise<LabelledThing> {
    await this.dataSource.transaction((manager) =>
      this.count(manager, `look ${this.keyOf(address)}`, LIMITS.labelReports.looks),
    );
    const { manager } = this.dataSource;
    const device = await this.devices.find(manager, code);
    if (!device) throw new Refused('label-report.unknown');
    return { family: device.family, roomName: device.roomName, known: await this.knownOf(manager, device) };
  }

  /** Of a device that is reported already nothing more is kept. @throws Refused label-report.unknown, label-report.too-many */
  async report({ label, symptom, elsewhere }: LabelReportRequest, address: string): Promise<LabelReportAnswer> {
    // Kept whatever becomes of it: what opens nothing counts as what opens something.
    await this.dataSource.transaction((manager) =>
      this.count(manager, `address ${this.keyOf(address)}`, LIMITS.labelReports.perAddress),
    );
    return this.transactions.runAsSystem('label-report', async (manager) => {
      const device = await this.devices.hold(manager, label);
      if (!device) throw new Refused('label-report.unknown');
      const known = await this.knownOf(manager, device);
      if (known) return { known };
      await this.count(manager, `device ${device.id}`, LIMITS.labelReports.perDevice);
      await this.count(manager, `school ${device.schoolId}`, LIMITS.labelReports.perSchool);
      // Under the school's row of the window: of several who come at once, none is one too many.
      const [{ waiting }] = await manager.query(WAITING_OF_SCHOOL, [device.schoolId]);
      if (waiting >= LIMITS.labelReports.waiting)
        throw new Refused('label-report.too-many', { retryAfterSeconds: 86_400 });
      const at = this.clock.now();
      const kept: unknown[] = await manager.query(
        `insert into label_report (school_id, equipment_id, room_id, elsewhere, symptom, state, state_since, reported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (equipment_id) where state = 'to-confirm' do nothing returning id`,
        [device.schoolId, device.id, device.roomId, elsewhere, symptom, LABEL_REPORTS.initial, at],
      );
      if (kept.length === 0) return { known: 'waiting' };
      await this.tellHeads(manager, device, symptom);
      return { known: null };
    });
  }

  private async knownOf(manager: EntityManager, { id }: LabelledDevice): Promise<LabelKnown | null> {
    const [{ tickets, waiting }] = await manager.query(
      `select ${OPEN_TICKETS_OF('$1')} > 0 as tickets, ${KNOWN_WAITING('$1')} as waiting`,
      [id],
    );
    if (tickets) return 'ticket';
    return waiting ? 'waiting' : null;
  }

  /** Once a day and school: whoever sends many reports fills no mailbox. */
  private async tellHeads(
    manager: EntityManager,
    { schoolId, family, roomName }: LabelledDevice,
    symptom: LabelReportRequest['symptom'],
  ): Promise<void> {
    const mail = labelReportMail({ family, roomName, symptom }, this.mails.link('/'));
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId });
    await this.mails.queueAll(
      manager,
      heads.map(({ accountId, email }) => ({
        dedupe: `label-report:${schoolId}:${this.clock.today()}:${accountId}`,
        to: email,
        ...mail,
      })),
    );
  }

  private async count(manager: EntityManager, key: string, window: Window): Promise<void> {
    const seconds = await WINDOWS.count(manager, key, this.clock.now(), window);
    if (seconds > 0) throw new Refused('label-report.too-many', { retryAfterSeconds: seconds });
  }

  private keyOf(address: string): string {
    return this.secret.sign('label report address', address).toString('base64url');
  }
}
