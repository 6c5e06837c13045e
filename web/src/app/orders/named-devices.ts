import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderDeviceAnswer } from '@parc/api-client';
import { ORDER_DEEDS, reachOf } from '@parc/domain';
import { Session } from '../shell/session';

/** The devices of a line, each leading to its page: what was put in place, moved or served. */
@Component({
  selector: 'parc-named-devices',
  imports: [RouterLink],
  template: `
    <ul aria-label="Appareils">
      @for (device of devices(); track device.id) {
        <li>
          @if (opens(device)) {
            <a [routerLink]="['/parc/appareils', device.id]">{{ device.tag }}</a>
          } @else {
            {{ device.tag }}
          }
          <span class="muted">{{ words(device, of()) }}{{ device.away ? ', n’est plus dans l’école' : '' }}</span>
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
  private readonly role = inject(Session).role;
  protected readonly words = ({ modelName, deed }: OrderDeviceAnswer, of: string): string =>
    modelName === of ? ORDER_DEEDS[deed].word : `${modelName}, ${ORDER_DEEDS[deed].word}`;

  /** What has left the school is opened by who reads more than this school. */
  protected opens({ away }: OrderDeviceAnswer): boolean {
    const role = this.role();
    const reach = role && reachOf('equipment.read', role);
    return away ? reach === 'all' || reach === 'work' : reach !== null;
  }
}
