import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { type OrderFileAnswer, orderFilesRead } from '@parc/api-client';
import { Icon } from '@parc/ui';

/** The address of a file of an order, for an `<img>`: the session's cookie opens it. */
export function fileAddress(orderId: string, fileId: string): string {
  return orderFilesRead.PATH.replace('{id}', orderId).replace('{fileId}', fileId);
}

/** Photos that are on the server, seen large with a tap. */
@Component({
  selector: 'parc-order-photos',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="label()">
      @for (photo of photos(); track photo.id; let index = $index) {
        <li>
          <a [href]="photo.address" target="_blank" rel="noopener">
            <img [src]="photo.address" [alt]="alternative() + ' ' + (index + 1)" loading="lazy" />
            <span class="visually-hidden">, ouvrir en grand</span>
          </a>
          @if (removable()) {
            <button
              type="button"
              [attr.aria-label]="'Retirer la ' + alternative().toLowerCase() + ' ' + (index + 1)"
              (click)="takenAway.emit(photo.id)"
            >
              <parc-icon name="cross" [size]="16" />
            </button>
          }
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

    li {
      position: relative;
    }

    button {
      position: absolute;
      top: 0.25rem;
      right: 0.25rem;
      display: grid;
      place-items: center;
      width: 2.25rem;
      height: 2.25rem;
      border: 1px solid var(--edge);
      border-radius: 50%;
      background: var(--surface);
      cursor: pointer;
    }

    a {
      display: block;
      aspect-ratio: 1;
    }

    img {
      width: 100%;
      height: 100%;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
      object-fit: cover;
    }
  `,
})
export class OrderPhotos {
  readonly orderId = input.required<string>();
  readonly files = input.required<readonly OrderFileAnswer[]>();
  readonly kind = input.required<OrderFileAnswer['kind']>();
  readonly label = input.required<string>();
  /** What one photo shows, before its rank: "Photo du lieu". */
  readonly alternative = input.required<string>();

  readonly removable = input(false, { transform: booleanAttribute });
  /** The id of a photo that is not wanted any more. */
  readonly takenAway = output<string>();

  protected readonly photos = computed(() =>
    this.files()
      .filter(({ kind }) => kind === this.kind())
      .map(({ id }) => ({ id, address: fileAddress(this.orderId(), id) })),
  );
}
