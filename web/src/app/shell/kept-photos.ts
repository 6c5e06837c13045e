import { Component, input, output } from '@angular/core';
import { Icon } from '@parc/ui';
import { mutation } from './mutation';

const TYPES = 'image/jpeg,image/png,image/webp';

export type SendPhoto = (key: string, file: File, about: string) => Promise<unknown>;

/** Pictures that are kept with something, each opened in full; one more is added where its reader may. */
@Component({
  selector: 'parc-kept-photos',
  imports: [Icon],
  template: `
    @if (addresses().length > 0) {
      <ul [attr.aria-label]="label()">
        @for (address of addresses(); track address; let place = $index) {
          <li>
            <a target="_blank" rel="noopener" [href]="address"
              ><img loading="lazy" [src]="address" [alt]="label() + ', photo ' + (place + 1)"
            /></a>
          </li>
        }
      </ul>
    }
    @if (send(); as sends) {
      <label class="button button-dense">
        <input
          #box
          type="file"
          class="visually-hidden"
          [accept]="types"
          [disabled]="sending.pending()"
          (change)="add(box, sends)"
        />
        <parc-icon name="camera" [size]="18" /> {{ sending.pending() ? 'Envoi en cours…' : 'Joindre une photo' }}
      </label>
      @if (sending.problem(); as problem) {
        <p class="trouble small" role="alert">{{ problem.sentence }}</p>
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

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    img {
      display: block;
      width: 5rem;
      height: 5rem;
      object-fit: cover;
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }

    label:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }

    .trouble {
      color: var(--on-trouble);
    }
  `,
})
export class KeptPhotos {
  /** What they show. */
  readonly label = input.required<string>();
  readonly addresses = input.required<readonly string[]>();
  /** How one more leaves; null where its reader may add none. */
  readonly send = input<SendPhoto | null>(null);
  /** Of several things on one page, which: told to `send`. */
  readonly about = input('');
  readonly added = output();

  protected readonly types = TYPES;
  protected readonly sending = mutation((key, file: File, sends: SendPhoto) =>
    sends(key, file, this.about()).then(() => true),
  );

  protected async add(box: HTMLInputElement, sends: SendPhoto): Promise<void> {
    const [file] = Array.from(box.files ?? []);
    if (file === undefined) return;
    const sent = await this.sending.run(file, sends);
    box.value = '';
    if (sent !== null) this.added.emit();
  }
}
