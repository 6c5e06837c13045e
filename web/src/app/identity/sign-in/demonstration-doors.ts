import { Component, input, output } from '@angular/core';
import type { DemonstrationRole } from '@parc/api-client';
import type { Role } from '@parc/domain';
import { Icon, type IconName } from '@parc/ui/first-page';

const ROLE_ICONS: Record<Role, IconName> = {
  'school-head': 'home',
  teacher: 'graduation',
  technician: 'wrench',
  installer: 'box',
  'plan-manager': 'euro',
  committee: 'chart',
  'commune-officer': 'map',
  'private-body-officer': 'building',
  inspector: 'people',
  'digital-trainer': 'star',
  administrator: 'gear',
};

/** One door a role: entering the demonstration in one click, without a password. */
@Component({
  selector: 'parc-demonstration-doors',
  imports: [Icon],
  template: `
    <h2>Entrer pour essayer, en tant que…</h2>
    <p class="muted lead">Un clic suffit, sans mot de passe. Chaque rôle ne voit que ce qui le regarde.</p>
    <ul>
      @for (door of roles(); track door.role) {
        <li>
          <button
            type="button"
            [class.first]="door.first"
            [attr.aria-disabled]="pending() !== null"
            (click)="entered.emit(door.role)"
          >
            <span class="sign"><parc-icon [name]="icons[door.role]" [size]="22" /></span>
            <span class="words">
              <span class="label">{{ door.label }}</span>
              <span class="description">{{ door.description }}</span>
            </span>
            @if (door.first) {
              <span class="start">Pour commencer</span>
            }
            <parc-icon class="arrow" name="chevron-right" />
          </button>
        </li>
      }
    </ul>
    <p class="muted small reassurance">
      <parc-icon name="refresh" /> Tout peut être essayé sans crainte : rien ici n’engage de vrais budgets.
    </p>
  `,
  styleUrl: './demonstration-doors.css',
})
export class DemonstrationDoors {
  readonly roles = input.required<readonly DemonstrationRole[]>();
  /** The role that is being entered, so that a second press is ignored. */
  readonly pending = input<Role | null>(null);
  readonly entered = output<Role>();
  protected readonly icons = ROLE_ICONS;
}
