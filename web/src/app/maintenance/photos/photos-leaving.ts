import { Component, computed, inject } from '@angular/core';
import { counted, Icon } from '@parc/ui';
import { PhotoOutbox } from '../../offline/photo-outbox';

/** What has not left yet of the photos of tickets, and why: nothing else waits for them. */
@Component({
  selector: 'parc-photos-leaving',
  imports: [Icon],
  template: `
    @if (outbox.left() > 0) {
      @if (outbox.trouble(); as words) {
        <p class="small trouble" role="alert">{{ left() }} à envoyer : {{ words }}</p>
        <button type="button" class="button button-dense" (click)="outbox.send()">
          <parc-icon name="refresh" [size]="16" /> Renvoyer
        </button>
      } @else {
        <p class="muted small" role="status">{{ left() }} en cours d’envoi. Le ticket, lui, est enregistré.</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 0.5rem;
    }

    :host:empty {
      display: none;
    }

    .trouble {
      color: var(--on-trouble);
    }
  `,
})
export class PhotosLeaving {
  protected readonly outbox = inject(PhotoOutbox);
  protected readonly left = computed(() => counted(this.outbox.left(), 'photo'));
}
