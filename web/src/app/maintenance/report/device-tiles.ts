import { Component, computed, input, output, signal } from '@angular/core';
import { Icon, type IconName } from '@parc/ui';
import { pictureOf } from '../../catalogue/item-words';
import { grouped } from '../../shell/grouped';

/** A device to point at. */
export interface TiledDevice {
  readonly id: string;
  readonly tag: string;
  readonly modelName: string;
  readonly picture: string;
}

/** Devices as tiles to point at: one a model, of which the label is asked where there are several; or all of them together. */
@Component({
  selector: 'parc-device-tiles',
  imports: [Icon],
  template: `
    <section aria-labelledby="device-tiles">
      <h2 id="device-tiles">Qu’est-ce qui ne va pas ?</h2>
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
          <button type="button" class="tile" [attr.aria-pressed]="wholePressed() || null" (click)="pressWhole()">
            <parc-icon [name]="wholeIcon()" [size]="24" />
            <span>{{ whole() }}</span>
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
export class DeviceTiles {
  readonly devices = input.required<readonly TiledDevice[]>();
  /** What all of them together are called. */
  readonly whole = input.required<string>();
  readonly wholeIcon = input<IconName>('pin');
  /** It is what is reported unless a device is pointed at. */
  readonly wholePressed = input(false);
  /** A device, by id: the report is of it. */
  readonly chosen = output<string>();
  readonly wholeChosen = output();

  protected readonly opened = signal<string | null>(null);
  protected readonly models = computed(() =>
    [...grouped(this.devices(), ({ modelName }) => modelName)].map(([name, devices]) => ({
      ...{ name, devices, icon: pictureOf({ picture: devices[0]!.picture, category: 'hardware' }) },
    })),
  );
  protected readonly labels = computed<readonly TiledDevice[]>(
    () => this.models().find(({ name }) => name === this.opened())?.devices ?? [],
  );

  protected press({ name, devices }: { name: string; devices: readonly TiledDevice[] }): void {
    if (devices.length === 1) this.chosen.emit(devices[0]!.id);
    else this.opened.set(this.opened() === name ? null : name);
  }

  protected pressWhole(): void {
    this.opened.set(null);
    this.wholeChosen.emit();
  }
}
