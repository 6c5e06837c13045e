import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, attendanceAttend, type AttendanceSheet, trainingMovesClose, trainingMovesHold } from '@parc/api-client';
import { time } from '@parc/ui';
import type { WaitingAct } from '../../offline/acts';
import type { Offline } from '../../offline/offline';
import { asFailure } from '../../offline/offline-failure';
import { OfflineDoor } from '../../offline/offline-door';
import type { AttendedBody } from '../../offline/packet/own-attendance';
import { mutation, onVersion } from '../../shell/mutation';
import { attendAct, closeAct, holdAct } from './attendance-acts';

/**
 * Where what a trainer says goes: kept on an enrolled phone first, and sent from there by itself; else sent at once. Whoever
 * calls shows it as done when it is `true`.
 */
@Injectable()
export class AttendanceKeeping {
  private readonly api = inject(Api);
  private readonly door = inject(OfflineDoor);
  private readonly offline = signal<Offline | null>(null);
  private readonly attending = mutation((key, id: string, people: AttendedBody['people']) =>
    this.api.invoke(attendanceAttend, { id, 'Idempotency-Key': key, body: { people: [...people] } }),
  );
  private readonly holding = mutation((key, id: string, version: number) =>
    this.api.invoke(trainingMovesHold, { ...onVersion(key, version), id }),
  );
  private readonly closing = mutation((key, id: string, version: number) =>
    this.api.invoke(trainingMovesClose, { ...onVersion(key, version), id }),
  );

  /** "Gardé, 15 h 52"; empty: nothing was said here yet. */
  readonly savedWords = signal('');
  /** Why this phone could not keep it; empty when it could. */
  readonly unkept = signal('');
  readonly pending = computed(() => this.attending.pending() || this.holding.pending() || this.closing.pending());
  readonly problem = computed(() => this.attending.problem() ?? this.holding.problem() ?? this.closing.problem());
  /** What is said goes by this phone's queue. */
  readonly isKept = computed(() => this.offline() !== null);
  /** What the server has refused of what was kept here. */
  readonly refused = computed((): readonly WaitingAct[] =>
    (this.offline()?.waiting() ?? []).filter(({ object, refusal }) => object.kind === 'training' && refusal !== null),
  );

  /** Looks once whether this browser keeps acts: what it has refused is then told. */
  async look(): Promise<void> {
    this.offline.set(await this.door.open());
  }

  async attend(sheet: AttendanceSheet, people: AttendedBody['people']): Promise<boolean> {
    return this.kept(
      () => attendAct(sheet, people),
      () => this.attending.run(sheet.id, people),
    );
  }

  async hold(sheet: AttendanceSheet): Promise<boolean> {
    return this.kept(
      () => holdAct(sheet),
      () => this.holding.run(sheet.id, sheet.version),
    );
  }

  async close(sheet: AttendanceSheet): Promise<boolean> {
    return this.kept(
      () => closeAct(sheet),
      () => this.closing.run(sheet.id, sheet.version),
    );
  }

  /** Said again as it stands, on what the session is now. */
  async again({ key, body, version }: WaitingAct, sheet: AttendanceSheet): Promise<void> {
    const offline = this.offline();
    if (offline === null) return;
    if (version === null) await offline.settle(key, { kind: 'retry' });
    else await offline.settle(key, { kind: 'resend', body, version: sheet.version });
  }

  private async kept(act: () => ReturnType<typeof holdAct>, send: () => Promise<unknown>): Promise<boolean> {
    this.unkept.set('');
    await this.look();
    const offline = this.offline();
    if (offline === null) return this.said((await send()) !== null, 'Enregistré');
    try {
      await offline.enqueue(act());
      return this.said(true, 'Gardé sur ce téléphone');
    } catch (error) {
      this.unkept.set(asFailure(error).sentence);
      return false;
    }
  }

  private said(isDone: boolean, how: string): boolean {
    if (isDone) this.savedWords.set(`${how}, ${time(new Date().toISOString())}`);
    return isDone;
  }
}
