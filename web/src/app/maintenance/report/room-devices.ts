import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, equipmentList, type EquipmentListItem } from '@parc/api-client';
import { EQUIPMENT_IN_ROOM } from '@parc/domain';
import { Icon } from '@parc/ui';
import { pictureOf } from '../../catalogue/item-words';
import { grouped } from '../../shell/grouped';
import { reading } from '../../shell/reading';

/** As many as a room holds, cases opened. */
const MOST = 60;

/** What stands in a room, as tiles to point at: one a model, of which the label is asked where there are several; or the whole room. */
@Component({
  selector: 'parc-room-devices',
  imports: [Icon],
  template: `
    @if (models().length > 0) {
      <section aria-labelledby="room-devices">
        <h2 id="room-devices">Qu’est-ce qui ne va pas ?</h2>
        <ul>
          @for (model of models(); track model.name) {
            <li>
              <button
                type="button"
                class="tile"
                [attr.aria-expanded]="model.devices.length > 1 ? model.name === opened() : null"
                (click)="press(model)"
              >
                <parc-icon [name]="model.icon" [size]="24" />
                <span>{{ model.name }}{{ model.devices.length > 1 ? ' (' + model.devices.length + ')' : '' }}</span>
              </button>
            </li>
          }
          <li>
            <button type="button" class="tile" aria-pressed="true" (click)="opened.set(null)">
              <parc-icon name="pin" [size]="24" />
              <span>Toute la salle</span>
            </button>
          </li>
        </ul>
        @if (labels().length > 0) {
          <p class="muted small">Lequel ? Son étiquette est collée dessus.</p>
          <ul>
            @for (device of labels(); track device.id) {
              <li>
                <button type="button" class="button" (click)="chosen.emit(device.id)">{{ device.tag }}</button>
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 0.75rem;
    }

    h2 {
      font-size: var(--text-18);
    }

    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
      gap: 0.5rem;
    }

    .tile {
      display: grid;
      align-content: space-between;
      gap: 1rem;
      width: 100%;
      height: 100%;
      min-height: 5.5rem;
      padding: 0.875rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-card);
      background: var(--surface);
      color: inherit;
      font: inherit;
      font-weight: var(--weight-strong);
      text-align: start;
      cursor: pointer;
    }

    .tile[aria-pressed='true'] {
      border: 2px solid var(--primary);
      background: var(--primary-soft);
      color: var(--primary);
    }

    .tile[aria-expanded='true'] {
      border-color: var(--primary);
    }

    .button {
      width: 100%;
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
  protected readonly opened = signal<string | null>(null);
  protected readonly models = computed(() =>
    [...grouped(this.devices.value() ?? [], ({ modelName }) => modelName)].map(([name, devices]) => ({
      ...{ name, devices, icon: pictureOf({ picture: devices[0]!.picture, category: 'hardware' }) },
    })),
  );
  protected readonly labels = computed<readonly EquipmentListItem[]>(
    () => this.models().find(({ name }) => name === this.opened())?.devices ?? [],
  );

  protected press({ name, devices }: { name: string; devices: readonly EquipmentListItem[] }): void {
    if (devices.length === 1) this.chosen.emit(devices[0]!.id);
    else this.opened.set(this.opened() === name ? null : name);
  }
}
