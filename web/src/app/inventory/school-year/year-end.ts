import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type SchoolYearPage, schoolYearStay, type StandingDevice } from '@parc/api-client';
import { counted, DayPipe, Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { EquipmentBulk, MOST_TOGETHER, type TickedDevice } from '../bulk/equipment-bulk';
import {
  contentsWords,
  countedAtOnce,
  type RoomOfYear,
  roomsOfYear,
  roomWords,
  stayingAtOnce,
} from './school-year-words';

/** Before the summer, room by room: what stays is confirmed, what is gathered or missing is ticked and goes as any bulk does. */
@Component({
  selector: 'parc-year-end',
  imports: [DayPipe, EquipmentBulk, Icon, Notice, RouterLink, StateChip, StatePanel],
  templateUrl: './year-end.html',
  styleUrl: './school-year.css',
})
export class YearEnd {
  readonly year = input.required<SchoolYearPage>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly rooms = computed(() => roomsOfYear(this.year()));
  protected readonly ticked = signal<ReadonlySet<string>>(new Set());
  protected readonly devices = computed<readonly TickedDevice[]>(() =>
    this.year()
      .standing.filter(({ id }) => this.ticked().has(id))
      .map((device) => ({ ...device, schoolName: this.year().schoolName, stockPlaceName: null })),
  );
  protected readonly staying = mutation((key, ids: readonly string[]) =>
    this.api.invoke(schoolYearStay, {
      ...{ 'Idempotency-Key': key, id: this.year().schoolId },
      body: { equipmentIds: ids.slice(0, MOST_TOGETHER) },
    }),
  );
  protected readonly roomWords = roomWords;
  protected readonly contentsWords = contentsWords;
  protected readonly atOnce = stayingAtOnce;
  protected readonly inside = countedAtOnce;
  protected readonly SEEN = { tone: 'done', icon: 'check', word: 'Reste ici' } as const;

  protected tick(device: StandingDevice, chosen: boolean): void {
    this.ticked.update((ids) => {
      const next = new Set(ids);
      if (chosen) next.add(device.id);
      else next.delete(device.id);
      return next;
    });
  }

  protected tickAll(): void {
    this.ticked.set(new Set(this.year().standing.map(({ id }) => id)));
  }

  protected clear(): void {
    this.ticked.set(new Set());
  }

  /** The ticked ones of a room, or all that stands in it but for what lies in its cases. */
  protected stayWords(room: RoomOfYear): string {
    const chosen = this.chosenOf(room).length;
    if (chosen === 0) return 'Tout reste ici';
    return chosen === 1 ? 'L’appareil coché reste ici' : `Les ${chosen} cochés restent ici`;
  }

  protected stayOf(room: RoomOfYear): string[] {
    const chosen = this.chosenOf(room);
    return chosen.length > 0 ? chosen : stayingAtOnce(room);
  }

  protected async stay(ids: readonly string[]): Promise<void> {
    const answer = await this.staying.run(ids);
    if (answer === null) return;
    this.toasts.say(`${counted(answer.stays, 'appareil vu', 'appareils vus')} : en place pour l’été`);
    this.clear();
    this.changed.emit();
  }

  private chosenOf({ devices }: RoomOfYear): string[] {
    return devices.filter(({ id }) => this.ticked().has(id)).map(({ id }) => id);
  }
}
