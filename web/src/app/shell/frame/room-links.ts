import { Component, inject, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '@parc/ui';
import { type Room, Rooms } from '../rooms';

/** The doors of the role: a column in the rail and in the sheet, a row in the phone's bottom bar. */
@Component({
  selector: 'parc-room-links',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <ul [class]="shape()">
      @for (room of rooms(); track room.path) {
        <li [class.raised]="room.raised">
          <a
            [routerLink]="['/', room.path]"
            routerLinkActive="here"
            ariaCurrentWhenActive="page"
            (click)="followed.emit()"
          >
            <span class="sign"><parc-icon [name]="room.icon" /></span>
            <span class="word">{{ room.label }}</span>
            @if (waiting()[room.path]; as count) {
              <span class="count">{{ count }}<span class="visually-hidden"> en attente de vous</span></span>
            }
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './room-links.css',
})
export class RoomLinks {
  readonly rooms = input.required<readonly Room[]>();
  readonly shape = input<'column' | 'bar'>('column');
  readonly followed = output();
  protected readonly waiting = inject(Rooms).waiting;
}
