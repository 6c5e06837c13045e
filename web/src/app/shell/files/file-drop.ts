import { Component, input, output, signal } from '@angular/core';
import { Icon, Notice } from '@parc/ui';

/** Takes one file, by hand or by drop, and gives it at once; says why the last one was not read. */
@Component({
  selector: 'parc-file-drop',
  imports: [Icon, Notice],
  template: `
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="hover($event, true)"
      (dragleave)="hover($event, false)"
      (drop)="drop($event)"
    >
      <parc-icon name="upload" [size]="24" />
      <p>
        <strong>{{ heading() }}</strong>
      </p>
      <p class="muted small">{{ hint() }}</p>
      <input
        #box
        type="file"
        class="visually-hidden"
        [id]="controlId()"
        [accept]="accept()"
        [disabled]="pending()"
        (change)="pick(box)"
      />
      <label class="button" [class.button-primary]="first()" [attr.for]="controlId()">{{
        pending() ? 'Envoi en cours' : 'Choisir le fichier'
      }}</label>
    </div>
    @if (reason() !== '') {
      <parc-notice tone="trouble" role="alert" [heading]="refusedHeading()">{{ reason() }}</parc-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }

    .drop {
      display: grid;
      justify-items: center;
      gap: 0.5rem;
      padding: 1.25rem 1rem;
      border: 1px dashed var(--edge);
      border-radius: var(--radius-card);
      text-align: center;
    }

    .drop.over {
      border-color: var(--primary);
      background: var(--soft);
    }

    .drop:has(:focus-visible) label {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `,
})
export class FileDrop {
  readonly heading = input.required<string>();
  readonly hint = input.required<string>();
  readonly controlId = input.required<string>();
  /** What the box offers to choose. */
  readonly accept = input('.csv,.txt,.xlsx,text/csv');
  /** It is what one comes here for. */
  readonly first = input(false);
  readonly pending = input(false);
  readonly refusedHeading = input('Le fichier n’est pas lu');
  /** Why the last file was not read. */
  readonly reason = input('');
  readonly taken = output<File>();

  protected readonly over = signal(false);

  protected pick(box: HTMLInputElement): void {
    const file = box.files?.[0];
    // The same file may be picked again after it was corrected.
    box.value = '';
    if (file !== undefined) this.taken.emit(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined && !this.pending()) this.taken.emit(file);
  }

  protected hover(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }
}
