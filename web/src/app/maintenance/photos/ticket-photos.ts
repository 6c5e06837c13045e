import { Component, computed, input } from '@angular/core';
import type { TicketPhotoAnswer } from '@parc/api-client';
import { PHOTO_MOMENTS } from '@parc/domain';

/** Photos of a breakdown and of its repair; one that was announced and is still on its way says so. */
@Component({
  selector: 'parc-ticket-photos',
  template: `
    <ul>
      @for (photo of shown(); track photo.id) {
        <li>
          @if (photo.small) {
            <a [href]="photo.whole" target="_blank" rel="noopener">
              <img [src]="photo.small" [alt]="photo.word" loading="lazy" />
              <span class="visually-hidden">, ouvrir en grand</span>
            </a>
          } @else {
            <span class="coming muted small">En route</span>
          }
          <span class="small" aria-hidden="true">{{ photo.word }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr));
      gap: 0.625rem;
    }

    a,
    .coming {
      display: grid;
      place-items: center;
      aspect-ratio: 1;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
      overflow: hidden;
    }

    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
  `,
})
export class TicketPhotos {
  readonly ticketId = input.required<string>();
  readonly photos = input.required<readonly TicketPhotoAnswer[]>();

  protected readonly shown = computed(() =>
    this.photos().map(({ id, moment, smallId, wholeId }) => ({
      id,
      word: PHOTO_MOMENTS[moment].word,
      small: this.address(smallId ?? wholeId),
      whole: this.address(wholeId ?? smallId),
    })),
  );

  /** The session's cookie opens it. */
  private address(fileId: string | null): string | null {
    return fileId === null ? null : `/api/v1/tickets/${this.ticketId()}/files/${fileId}`;
  }
}
