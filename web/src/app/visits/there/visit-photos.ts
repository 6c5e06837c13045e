import { Component, inject, Injectable, signal } from '@angular/core';
import { PHOTO_SIZE_NAMES, PHOTOS_PER_VISIT, type VisitPhotoKind } from '@parc/domain';
import { Icon } from '@parc/ui';
import { makePhoto, type TakenPhoto } from '../../offline/photo-making';
import { slotOf } from '../../offline/photos';
import type { VisitPhoto } from './visit-act';

/** The signature has a place of its own. */
const MOST = PHOTOS_PER_VISIT - 1;

/** The photos of a visit while its end is written. */
@Injectable()
export class VisitPhotos {
  readonly shown = signal<readonly TakenPhoto[]>([]);
  readonly trouble = signal('');
  /** Announced once: sent again they are the same photos. */
  private made: readonly VisitPhoto[] = [];

  async take(files: readonly File[]): Promise<void> {
    this.trouble.set('');
    for (const file of files) {
      if (this.shown().length >= MOST) return this.trouble.set('Douze photos au plus.');
      try {
        const photo = await makePhoto(file);
        this.shown.update((shown) => [...shown, photo]);
        this.made = [];
      } catch {
        this.trouble.set(`${file.name} n’est pas une photo que ce navigateur sait lire.`);
      }
    }
  }

  drop(id: string): void {
    this.made = [];
    this.shown.update((shown) => shown.filter((photo) => photo.id !== id));
  }

  /** Every size of every photo, with the place that keeps it, the signature's too. @param signature null where nobody signs */
  async announced(signature: Blob | null): Promise<readonly VisitPhoto[]> {
    if (this.made.length === 0) {
      const made = await Promise.all(this.shown().map((photo) => sized(photo, 'work')));
      this.made = made.flat();
    }
    if (signature === null) return this.made;
    return [...this.made, ...(await sized(await makePhoto(signature), 'signature'))];
  }
}

function sized(photo: TakenPhoto, kind: VisitPhotoKind): Promise<readonly VisitPhoto[]> {
  return Promise.all(
    PHOTO_SIZE_NAMES.map(async (size) => {
      const bytes = photo.sizes[size];
      return { slot: { ...(await slotOf(bytes)), photoId: photo.id, size, kind }, bytes };
    }),
  );
}

@Component({
  selector: 'parc-visit-photos',
  imports: [Icon],
  template: `
    <h2 id="photos-visite">Photos</h2>
    <ul aria-labelledby="photos-visite">
      @for (photo of photos.shown(); track photo.id; let index = $index) {
        <li>
          <img [src]="photo.preview" [alt]="'Photo ' + (index + 1)" />
          <button
            type="button"
            class="drop"
            [attr.aria-label]="'Retirer la photo ' + (index + 1)"
            (click)="photos.drop(photo.id)"
          >
            <parc-icon name="cross" [size]="16" />
          </button>
        </li>
      }
      <li>
        <label class="add">
          <input #box type="file" class="visually-hidden" multiple accept="image/*" (change)="take(box)" />
          <parc-icon name="camera" /> Ajouter
        </label>
      </li>
    </ul>
    @if (photos.trouble(); as words) {
      <p class="trouble small" role="alert">{{ words }}</p>
    }
    <p class="muted small">Sans élève dessus. Lieu et heure de prise de vue sont retirés ici même.</p>
  `,
  styleUrl: '../../offline/photo-grid.css',
})
export class VisitPhotosBox {
  protected readonly photos = inject(VisitPhotos);

  protected take(box: HTMLInputElement): void {
    const files = Array.from(box.files ?? []);
    box.value = '';
    void this.photos.take(files);
  }
}
