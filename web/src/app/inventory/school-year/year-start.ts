import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, equipmentBulkRooms, type EquipmentBulkAnswer, type SchoolYearPage, schoolsRooms } from '@parc/api-client';
import { counted, CountedPipe, DayPipe, Icon, Notice } from '@parc/ui';
import { BulkReport, type ReportLine } from '../../shell/bulk/bulk-report';
import { byName } from '../../shell/by-name';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { deviceLines } from '../bulk/device-lines';
import { MOST_TOGETHER } from '../bulk/equipment-bulk';
import { roomsOfYear, withContents } from './school-year-words';

/** A device on its way to a room. */
interface Going {
  readonly id: string;
  readonly version: number;
  readonly roomId: string;
}

/** What is shown of one, as it was when it was looked at. */
interface Asked extends Going {
  readonly tag: string;
  readonly modelName: string;
}

/** After the summer: what was put away goes back where it stood, and what stands in a room goes where its class has gone. */
@Component({
  selector: 'parc-year-start',
  imports: [BulkReport, CountedPipe, DayPipe, Icon, Notice, RouterLink],
  templateUrl: './year-start.html',
  styleUrl: './school-year.css',
})
export class YearStart {
  readonly year = input.required<SchoolYearPage>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly report = viewChild.required(BulkReport);
  protected readonly places = may('equipment.place');
  private readonly named = reading({
    asked: () => this.year().schoolId,
    load: async (id) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly failed = this.named.failed;
  protected readonly rooms = computed(() => this.named.value() ?? []);
  protected readonly standing = computed(() => roomsOfYear(this.year()));
  protected readonly contents = withContents;

  /** Where each goes that was put away; '' leaves it on its shelf. Of a device not answered yet: where it stood. */
  private readonly back = signal<ReadonlyMap<string, string>>(new Map());
  /** Where what stands in a room goes; '' leaves it. */
  private readonly moving = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly backTo = (id: string, before: string | null): string => this.back().get(id) ?? before ?? '';
  protected readonly movesTo = (roomId: string): string => this.moving().get(roomId) ?? '';
  private readonly going = computed<readonly Asked[]>(() =>
    [
      ...this.year().gathered.map((device) => ({ ...device, roomId: this.backTo(device.id, device.roomId) })),
      ...this.standing().flatMap(({ id, lines }) =>
        lines.map(({ device }) => ({ ...device, roomId: this.movesTo(id) })),
      ),
    ].filter(({ roomId }) => roomId !== ''),
  );
  protected readonly together = computed(() => this.going().slice(0, MOST_TOGETHER));
  protected readonly goingWords = computed(() => {
    const words = counted(this.together().length, 'appareil', 'appareils');
    return this.going().length > MOST_TOGETHER ? `les ${words} premiers` : words;
  });

  protected readonly answer = signal<EquipmentBulkAnswer | null>(null);
  protected readonly applied = signal(false);
  private readonly asked = signal<readonly Asked[]>([]);
  private readonly done = computed(() => this.answer()?.outcomes.filter(({ done }) => done).length ?? 0);
  protected readonly reportHeading = computed(() => {
    const done = this.done();
    if (done === 0) return this.applied() ? 'Aucun appareil mis en place' : 'Aucun appareil ne sera mis en place';
    const verb = this.applied() ? 'mis' : done === 1 ? 'sera mis' : 'seront mis';
    return `${counted(done, 'appareil', 'appareils')} ${verb} en place`;
  });
  protected readonly applyLabel = computed(() => `Mettre en place ${counted(this.done(), 'appareil', 'appareils')}`);
  protected readonly lines = computed<readonly ReportLine[] | null>(() => {
    const outcomes = this.answer()?.outcomes;
    if (outcomes === undefined) return null;
    const rooms = new Map(this.rooms().map(({ id, name }) => [id, name]));
    return deviceLines(
      outcomes,
      this.asked(),
      ({ modelName, roomId }) => `${modelName}, vers ${rooms.get(roomId) ?? 'une salle'}`,
    );
  });
  protected readonly sending = mutation((key, devices: readonly Going[], preview: boolean) =>
    this.api.invoke(equipmentBulkRooms, {
      ...{ 'Idempotency-Key': key, ...(preview ? { preview } : {}) },
      body: { devices: [...devices] },
    }),
  );

  protected putBack(id: string, roomId: string): void {
    this.back.update((chosen) => new Map(chosen).set(id, roomId));
  }

  protected moveRoom(id: string, roomId: string): void {
    this.moving.update((chosen) => new Map(chosen).set(id, roomId));
  }

  /** Shows what would happen, and does nothing yet. */
  protected async look(): Promise<void> {
    this.asked.set(this.together());
    this.applied.set(false);
    this.answer.set(null);
    this.report().open();
    this.answer.set(await this.sending.run(named(this.asked()), true));
  }

  protected async apply(): Promise<void> {
    const seen = new Set(this.answer()?.outcomes.flatMap(({ id, done }) => (done ? [id] : [])));
    const answer = await this.sending.run(named(this.asked().filter(({ id }) => seen.has(id))), false);
    if (answer === null) return;
    this.answer.set(answer);
    this.applied.set(true);
  }

  protected close(): void {
    if (!this.applied()) return;
    this.back.set(new Map());
    this.moving.set(new Map());
    this.changed.emit();
  }
}

const named = (devices: readonly Asked[]): Going[] =>
  devices.map(({ id, version, roomId }) => ({ id, version, roomId }));
