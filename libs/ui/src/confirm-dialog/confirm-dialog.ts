import { Component, ElementRef, input, output, signal, viewChild } from '@angular/core';

let created = 0;

/**
 * Asks before what cannot be undone, and names it ("Refuser la commande C-2026-00184"). Never a form: what it
 * projects is the sentence that says what will happen, at most the field of a required reason.
 */
@Component({
  selector: 'parc-confirm-dialog',
  template: `
    <dialog
      #dialog
      [attr.aria-labelledby]="titleId"
      [attr.aria-describedby]="textId"
      (cancel)="cancel('escape', $event)"
    >
      @if (shown()) {
        <h2 [id]="titleId">{{ heading() }}</h2>
        <div class="text" [id]="textId"><ng-content /></div>
        <div class="answers">
          <button type="button" class="button" (click)="cancel('button')">{{ cancelLabel() }}</button>
          <button
            type="button"
            class="button"
            [class.button-primary]="tone() === 'primary'"
            [class.button-trouble]="tone() === 'trouble'"
            [disabled]="pending()"
            (click)="confirmed.emit()"
          >
            {{ confirmLabel() }}
          </button>
        </div>
      }
    </dialog>
  `,
  styles: `
    dialog {
      width: min(30rem, calc(100vw - 2rem));
      padding: 1.5rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius-card);
      background: var(--surface);
      color: var(--ink);
    }

    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }

    .text {
      margin-top: 0.5rem;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0.75rem;
      margin-top: 1.5rem;
    }

    @media (max-width: 480px) {
      .answers {
        flex-direction: column-reverse;
      }
    }
  `,
})
export class ConfirmDialog {
  /** The act and its object, as a sentence. */
  readonly heading = input.required<string>();
  readonly confirmLabel = input.required<string>();
  readonly cancelLabel = input('Annuler');
  readonly tone = input<'primary' | 'trouble'>('trouble');
  /** True while the act is under way: a second press is ignored. */
  readonly pending = input(false);

  readonly confirmed = output();
  readonly cancelled = output<'button' | 'escape'>();

  protected readonly titleId = `parc-confirm-${++created}-title`;
  protected readonly textId = `parc-confirm-${created}-text`;
  protected readonly shown = signal(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    if (this.shown()) return;
    this.shown.set(true);
    this.dialog().nativeElement.showModal();
  }

  close(): void {
    if (!this.shown()) return;
    this.shown.set(false);
    this.dialog().nativeElement.close();
  }

  protected cancel(by: 'button' | 'escape', event?: Event): void {
    event?.preventDefault();
    this.close();
    this.cancelled.emit(by);
  }
}
