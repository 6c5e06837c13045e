import { Component, ElementRef, input, viewChild } from '@angular/core';
import { Icon } from '@parc/ui';
import type { Room } from '../rooms';
import { RoomLinks } from './room-links';
import { SessionCard } from './session-card';

/** On a phone: the doors that the bottom bar has no place for, and whose session this is. */
@Component({
  selector: 'parc-more-sheet',
  imports: [Icon, RoomLinks, SessionCard],
  template: `
    <dialog #sheet aria-label="Plus" closedby="any">
      <div class="content">
        <button type="button" class="close" aria-label="Fermer" (click)="close()">
          <parc-icon name="cross" />
        </button>
        @if (rooms().length > 0) {
          <parc-room-links [rooms]="rooms()" (followed)="close()" />
        }
        <parc-session-card (followed)="close()" />
      </div>
    </dialog>
  `,
  styles: `
    dialog {
      width: 100%;
      max-width: none;
      margin: auto 0 0;
      padding: 0;
      border: 0;
      border-radius: var(--radius-card) var(--radius-card) 0 0;
      background: var(--surface);
      color: var(--ink);
    }

    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }

    .content {
      display: grid;
      gap: 1.25rem;
      padding: 1rem 1rem calc(1.5rem + env(safe-area-inset-bottom));
    }

    .close {
      display: grid;
      place-items: center;
      justify-self: end;
      width: 2.75rem;
      height: 2.75rem;
      border: 0;
      background: none;
      cursor: pointer;
    }
  `,
})
export class MoreSheet {
  readonly rooms = input.required<readonly Room[]>();
  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');

  open(): void {
    this.sheet().nativeElement.showModal();
  }

  protected close(): void {
    this.sheet().nativeElement.close();
  }
}
