import { Component, computed, inject, input, output } from '@angular/core';
import { Api, equipmentList } from '@parc/api-client';
import { EQUIPMENT_IN_ROOM } from '@parc/domain';
import { reading } from '../../shell/reading';
import { DeviceTiles } from './device-tiles';

/** As many as a room holds, cases opened. */
const MOST = 60;

/** What stands in a room, as tiles to point at; or the whole room. */
@Component({
  selector: 'parc-room-devices',
  imports: [DeviceTiles],
  template: `
    @if (shown().length > 0) {
      <parc-device-tiles
        [devices]="shown()"
        whole="Toute la salle"
        [wholePressed]="true"
        (chosen)="chosen.emit($event)"
      />
    }
  `,
})
export class RoomDevices {
  readonly schoolId = input.required<string>();
  readonly roomId = input.required<string>();
  /** A device, by id: the report is of it. */
  readonly chosen = output<string>();

  private readonly api = inject(Api);
  private readonly devices = reading({
    asked: () => `${this.schoolId()} ${this.roomId()}`,
    load: async () =>
      (
        await this.api.invoke(equipmentList, {
          ...{ schoolId: this.schoolId(), roomId: this.roomId(), state: [...EQUIPMENT_IN_ROOM], size: MOST },
        })
      ).items,
  });
  protected readonly shown = computed(() => this.devices.value() ?? []);
}
