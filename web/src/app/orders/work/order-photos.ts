import { Component, computed, input } from '@angular/core';
import { type OrderFileAnswer, orderFilesRead } from '@parc/api-client';

/** The address of a file of an order, for an `<img>`: the session's cookie opens it. */
export function fileAddress(orderId: string, fileId: string): string {
  return orderFilesRead.PATH.replace('{id}', orderId).replace('{fileId}', fileId);
}

/** Photos that are on the server, seen large with a tap. */
@Component({
  selector: 'parc-order-photos',
  template: `
    <ul [attr.aria-label]="label()">
      @for (photo of photos(); track photo.id; let index = $index) {
        <li>
          <a [href]="photo.address" target="_blank" rel="noopener">
            <img [src]="photo.address" [alt]="alternative() + ' ' + (index + 1)" loading="lazy" />
            <span class="visually-hidden">, ouvrir en grand</span>
          </a>
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

  protected readonly photos = computed(() =>
    this.files()
      .filter(({ kind }) => kind === this.kind())
      .map(({ id }) => ({ id, address: fileAddress(this.orderId(), id) })),
  );
}
