import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { may } from '../../shell/may';

/** The committee's doors, for who has not each of them in the rail. */
@Component({
  selector: 'parc-steering-doors',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (shown()) {
      <nav aria-label="Pilotage">
        @for (door of doors; track door.path) {
          <a [routerLink]="door.path" routerLinkActive="here" ariaCurrentWhenActive="page">{{ door.label }}</a>
        }
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      font-size: var(--text-14);
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--control-height-dense);
    }

    .here {
      color: inherit;
      font-weight: var(--weight-strong);
      text-decoration: none;
    }
  `,
})
export class SteeringDoors {
  protected readonly shown = may('home.desk');
  protected readonly doors = [
    { path: '/pilotage', label: 'Vue d’ensemble' },
    { path: '/objectifs', label: 'Objectifs' },
    { path: '/communes', label: 'Communes' },
    { path: '/depenses', label: 'Dépenses' },
    { path: '/definitions', label: 'Définitions' },
  ];
}
