import { Component, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { PHOTO_MOMENTS, PHOTOS_PER_REPORT, PHOTOS_PER_TICKET, type PhotoMoment } from '@parc/domain';
import { Icon } from '@parc/ui';
import { announced, makePhoto, type SizedPhoto, type TakenPhoto } from '../../offline/photo-making';

interface Shown {
  readonly photo: TakenPhoto;
  readonly moment: PhotoMoment;
}

/** Of what photos are taken. */
export interface PhotosOf {
  readonly most: number;
  readonly tooMany: string;
  /** What the first one shows, then each other. */
  readonly moments: readonly [PhotoMoment, PhotoMoment];
}

/** Each before or after it, as who takes them says. */
export const OF_REPAIR: PhotosOf = {
  ...{ most: PHOTOS_PER_TICKET, tooMany: 'Douze photos au plus.' },
  moments: ['before', 'after'],
};
export const OF_REPORT: PhotosOf = {
  ...{ most: PHOTOS_PER_REPORT, tooMany: 'Trois photos au plus.' },
  moments: ['reported', 'reported'],
};

/** What the page takes photos of. */
export const PHOTOS_OF = new InjectionToken<PhotosOf>('what photos are taken of');

/** The photos of a ticket while what goes with them is written. */
@Injectable()
export class TakenPhotos {
  readonly of = inject(PHOTOS_OF);
  readonly shown = signal<readonly Shown[]>([]);
  readonly trouble = signal('');
  /** Announced once: sent again they are the same photos. */
  private made: readonly SizedPhoto[] = [];

  async take(files: readonly File[]): Promise<void> {
    const { most, tooMany, moments } = this.of;
    this.trouble.set('');
    for (const file of files) {
      if (this.shown().length >= most) return this.trouble.set(tooMany);
      try {
        const photo = await makePhoto(file);
        this.shown.update((shown) => [...shown, { photo, moment: moments[shown.length === 0 ? 0 : 1] }]);
        this.made = [];
      } catch {
        this.trouble.set(`${file.name} n’est pas une photo que ce navigateur sait lire.`);
      }
    }
  }

  turn(id: string): void {
    const [first, other] = this.of.moments;
    this.made = [];
    this.shown.update((shown) =>
      shown.map((one) => (one.photo.id === id ? { ...one, moment: one.moment === first ? other : first } : one)),
    );
  }

  drop(id: string): void {
    this.made = [];
    this.shown.update((shown) => shown.filter(({ photo }) => photo.id !== id));
  }

  /** Every size of every photo, with the place that keeps it. */
  async announced(): Promise<readonly SizedPhoto[]> {
    if (this.made.length === 0) {
      const made = await Promise.all(this.shown().map(({ photo, moment }) => announced(photo, moment)));
      this.made = made.flat();
    }
    return this.made;
  }
}

@Component({
  selector: 'parc-taken-photos',
  imports: [Icon],
  template: `
    <h2 id="photos">Photos</h2>
    <ul aria-labelledby="photos">
      @for (one of photos.shown(); track one.photo.id; let index = $index) {
        <li>
          <img [src]="one.photo.preview" [alt]="'Photo ' + (index + 1)" />
          <button
            type="button"
            class="drop"
            [attr.aria-label]="'Retirer la photo ' + (index + 1)"
            (click)="photos.drop(one.photo.id)"
          >
            <parc-icon name="cross" [size]="16" />
          </button>
          @if (turns) {
            <button
              type="button"
              class="button-as-link small"
              [attr.aria-label]="'Photo ' + (index + 1) + ', ' + wordOf(one.moment) + ' la réparation : changer'"
              (click)="photos.turn(one.photo.id)"
            >
              {{ wordOf(one.moment) }}
            </button>
          }
        </li>
      }
      @if (photos.shown().length < photos.of.most) {
        <li>
          <label class="add">
            <input #box type="file" class="visually-hidden" multiple accept="image/*" (change)="take(box)" />
            <parc-icon name="camera" /> Ajouter
          </label>
        </li>
      }
    </ul>
    @if (photos.trouble(); as words) {
      <p class="trouble small" role="alert">{{ words }}</p>
    }
    <p class="muted small">Sans élève dessus. Lieu et heure de prise de vue sont retirés ici même.</p>
  `,
  styleUrl: '../../offline/photo-grid.css',
})
export class TakenPhotosBox {
  protected readonly photos = inject(TakenPhotos);
  protected readonly turns = this.photos.of.moments[0] !== this.photos.of.moments[1];
  protected readonly wordOf = (moment: PhotoMoment) => PHOTO_MOMENTS[moment].word;

  protected take(box: HTMLInputElement): void {
    const files = Array.from(box.files ?? []);
    box.value = '';
    void this.photos.take(files);
  }
}
