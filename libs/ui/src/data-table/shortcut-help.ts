import { booleanAttribute, Component, computed, ElementRef, input, viewChild } from '@angular/core';
import type { RowShortcut } from './columns.js';

interface HelpLine {
  readonly keys: readonly string[];
  readonly label: string;
}

/** The keys of a table: the main ones in a line under it, all of them on "?". Hidden where there is no keyboard. */
@Component({
  selector: 'parc-shortcut-help',
  template: `
    <div class="line" aria-hidden="true">
      @for (line of lines(); track line.label) {
        <span>
          @for (key of line.keys; track key) {
            <kbd>{{ key }}</kbd>
          }
          {{ line.label }}
        </span>
      }
    </div>
    <dialog #dialog aria-labelledby="parc-shortcut-title">
      <h2 id="parc-shortcut-title">Au clavier, sur une ligne</h2>
      <dl>
        @for (line of lines(); track line.label) {
          <dt>
            @for (key of line.keys; track key) {
              <kbd>{{ key }}</kbd>
            }
          </dt>
          <dd>{{ line.label }}</dd>
        }
      </dl>
      <button type="button" class="button" (click)="close()">Fermer</button>
    </dialog>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
      padding: 0.625rem 0.75rem;
      color: var(--muted);
      font-size: var(--text-13);
    }

    @media (hover: none), (max-width: 899px) {
      .line {
        display: none;
      }
    }

    dialog {
      padding: 1.5rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-card);
      background: var(--surface);
      color: var(--ink);
    }

    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }

    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0.5rem 1rem;
      margin: 1rem 0 1.25rem;
    }

    @media print {
      .line {
        display: none;
      }
    }
  `,
})
export class ShortcutHelp {
  readonly selectable = input(false, { transform: booleanAttribute });
  readonly shortcuts = input<readonly RowShortcut[]>([]);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly lines = computed<readonly HelpLine[]>(() => [
    { keys: ['J', 'K'], label: 'parcourir' },
    ...(this.selectable() ? [{ keys: ['X'], label: 'cocher' }] : []),
    { keys: ['Entrée'], label: 'ouvrir' },
    ...this.shortcuts().map(({ key, shift, label }) => ({
      keys: shift ? ['Maj', key.toUpperCase()] : [key.toUpperCase()],
      label,
    })),
    { keys: ['?'], label: 'tous les raccourcis' },
  ]);

  open(): void {
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }
}
