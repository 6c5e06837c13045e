import { Component, DestroyRef, inject, input, model, signal } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** What the API re-encodes; a phone's own formats that browsers cannot show are converted by the phone. */
const ACCEPTED_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const MEGABYTE = 1024 * 1024;

/** Photos of a place or of work done, seen before they leave, taken back with one tap. */
@Component({
  selector: 'parc-photo-picker',
  imports: [Icon],
  template: `
    <ul [attr.aria-label]="label()">
      @for (file of files(); track file; let index = $index) {
        <li>
          <img [src]="preview(file)" [alt]="'Photo ' + (index + 1) + ', ' + file.name" />
          <button type="button" [attr.aria-label]="'Retirer la photo ' + (index + 1)" (click)="remove(file)">
            <parc-icon name="cross" [size]="16" />
          </button>
        </li>
      }
      @if (files().length < max()) {
        <li>
          <label class="add">
            <input
              #box
              type="file"
              class="visually-hidden"
              multiple
              [accept]="accepted"
              (change)="add(box.files); box.value = ''"
            />
            <parc-icon name="camera" [size]="22" />
            <span>{{ addLabel() }}</span>
          </label>
        </li>
      }
    </ul>
    <p class="muted small">{{ hint() }}</p>
    <p class="refused small" role="alert">{{ refused() }}</p>
  `,
  styleUrl: './photo-picker.css',
})
export class PhotoPicker {
  readonly files = model<readonly File[]>([]);
  readonly label = input('Photos');
  readonly addLabel = input('Ajouter une photo');
  readonly hint = input('Facultatif, sans élève dessus');
  readonly max = input(6);
  readonly maxMegabytes = input(10);

  protected readonly accepted = ACCEPTED_TYPES.join(',');
  protected readonly refused = signal('');
  private readonly previews = new Map<File, string>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.previews.forEach((address) => URL.revokeObjectURL(address)));
  }

  protected preview(file: File): string {
    const address = this.previews.get(file) ?? URL.createObjectURL(file);
    this.previews.set(file, address);
    return address;
  }

  protected add(list: FileList | null): void {
    const chosen = Array.from(list ?? []);
    const fitting = chosen.filter((file) => this.refusal(file) === '');
    const room = this.max() - this.files().length;
    this.refused.set(this.sentence(chosen, fitting.length > room));
    this.files.set([...this.files(), ...fitting.slice(0, room)]);
  }

  protected remove(file: File): void {
    const address = this.previews.get(file);
    if (address !== undefined) URL.revokeObjectURL(address);
    this.previews.delete(file);
    this.refused.set('');
    this.files.set(this.files().filter((kept) => kept !== file));
  }

  private sentence(chosen: readonly File[], tooMany: boolean): string {
    const refusals = chosen.map((file) => this.refusal(file)).filter((sentence) => sentence !== '');
    if (tooMany) refusals.push(`Au plus ${this.max()} photos : les dernières n’ont pas été prises.`);
    return refusals.join(' ');
  }

  private refusal(file: File): string {
    if (!ACCEPTED_TYPES.includes(file.type)) return `${file.name} n’est pas une photo (JPEG, PNG ou WebP).`;
    if (file.size > this.maxMegabytes() * MEGABYTE) return `${file.name} dépasse ${this.maxMegabytes()} Mo.`;
    return '';
  }
}
