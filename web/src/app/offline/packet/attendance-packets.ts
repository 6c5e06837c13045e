import { inject, Injectable } from '@angular/core';
import {
  Api,
  attendancePacketRead,
  attendanceSheet,
  type AttendancePacket,
  type AttendanceSheet,
} from '@parc/api-client';
import { asProblem } from '../../shell/problem';
import { OfflineDoor } from '../offline-door';
import { packetWithOwn, withOwnAttendance } from './own-attendance';
import { takeAlong } from './take-along';

/** A session's list, and whether the server was heard. */
export interface SheetRead {
  readonly sheet: AttendanceSheet;
  /** As the phone has kept it. */
  readonly kept: boolean;
}

/** The lists of the sessions that a trainer holds on two days, kept on an enrolled phone, and read there without a network. */
@Injectable({ providedIn: 'root' })
export class AttendancePackets {
  private readonly api = inject(Api);
  private readonly door = inject(OfflineDoor);
  /** When the server was last heard, milliseconds since 1970. */
  private heardAt = 0;

  /** Taken along anew where the last answer is older than that. Without a network, later. */
  async refresh(olderThanMilliseconds: number): Promise<void> {
    if (Date.now() - this.heardAt >= olderThanMilliseconds) await this.latest().catch(() => undefined);
  }

  /** One session's list: the server's, else what was taken along; what was written on this phone is done in it. @throws Problem */
  async sheet(id: string): Promise<SheetRead> {
    const offline = await this.door.open();
    try {
      const sheet = await this.api.invoke(attendanceSheet, { id });
      return { sheet: withOwnAttendance(sheet, offline?.waiting() ?? []), kept: false };
    } catch (error) {
      if (offline === null || !asProblem(error).passing) throw error;
      const sheet = (await this.latest()).sessions.find((session) => session.id === id);
      if (sheet === undefined) throw error;
      return { sheet, kept: true };
    }
  }

  /** @throws Problem when nobody answers and nothing is kept */
  private async latest(): Promise<AttendancePacket> {
    const { content, kept, offline } = await takeAlong(this.door, {
      ask: (known) => this.api.invoke$Response(attendancePacketRead, known),
      is: isAttendancePacket,
    });
    if (!kept) this.heardAt = Date.now();
    return packetWithOwn(content, offline?.waiting() ?? []);
  }
}

/** Every part of it: one that an older page has kept may lack what this one shows. */
const PARTS: Readonly<Record<keyof AttendancePacket, true>> = { day: true, serverTime: true, sessions: true };

function isAttendancePacket(content: unknown): content is AttendancePacket {
  return typeof content === 'object' && content !== null && Object.keys(PARTS).every((name) => name in content);
}
