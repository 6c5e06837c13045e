import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderDeviceAnswer } from '@parc/api-client';
import { ORDER_DEEDS } from '@parc/domain';
import { may } from '../shell/may';

/** The devices of a line, each leading to its page: what was put in place, moved or served. */
@Component({
  selector: 'parc-named-devices',
  imports: [RouterLink],
  template: `
    <ul aria-label="Appareils">
      @for (device of devices(); track device.id) {
        <li>
          @if (reads()) {
            <a [routerLink]="['/parc/appareils', device.id]">{{ device.tag }}</a>
          } @else {
            {{ device.tag }}
          }
          <span class="muted">{{ words(device, of()) }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.125rem 1rem;
      font-size: var(--text-14);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
    }
  `,
})
export class NamedDevices {
  readonly devices = input.required<readonly OrderDeviceAnswer[]>();
  /** What is said beside them already: the line's own name. */
  readonly of = input('');
  private readonly readsEquipment = may('equipment.read');
  protected readonly reads = computed(() => this.readsEquipment());
  protected readonly words = ({ modelName, deed }: OrderDeviceAnswer, of: string): string =>
    modelName === of ? ORDER_DEEDS[deed].word : `${modelName}, ${ORDER_DEEDS[deed].word}`;
}
