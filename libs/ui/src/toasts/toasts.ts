import { Component, inject, Injectable, signal } from '@angular/core';
import { Icon } from '../icon/icon.js';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'trouble';
  readonly action: ToastAction | null;
}

/** How long a plain message stays; one with an action or a failure stays until it is answered (WCAG 2.2.1). */
const SHOWN_MILLISECONDS = 10_000;

/** What just happened, said once: on screen and to screen readers. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private last = 0;
  readonly shown = this.list.asReadonly();

  /** @param action for instance { label: 'Défaire', … } */
  say(text: string, action: ToastAction | null = null): void {
    const id = this.add(text, 'done', action);
    if (action === null) setTimeout(() => this.dismiss(id), SHOWN_MILLISECONDS);
  }

  /** Something failed outside a form: what, and what is possible now. */
  warn(text: string, action: ToastAction | null = null): void {
    this.add(text, 'trouble', action);
  }

  dismiss(id: number): void {
    this.list.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private add(text: string, tone: Toast['tone'], action: ToastAction | null): number {
    const id = ++this.last;
    this.list.update((toasts) => [...toasts, { id, text, tone, action }]);
    return id;
  }
}

/** The live region; once in the frame. */
@Component({
  selector: 'parc-toasts',
  imports: [Icon],
  template: `
    <div class="list" role="status" aria-live="polite">
      @for (toast of toasts.shown(); track toast.id) {
        <div class="toast" [class.trouble]="toast.tone === 'trouble'">
          <parc-icon [name]="toast.tone === 'done' ? 'check' : 'warning'" />
          <p>{{ toast.text }}</p>
          @if (toast.action; as action) {
            <button type="button" class="answer" (click)="answer(toast.id, action)">{{ action.label }}</button>
          }
          <button type="button" class="close" aria-label="Fermer ce message" (click)="toasts.dismiss(toast.id)">
            <parc-icon name="cross" [size]="16" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .list {
      position: fixed;
      z-index: 40;
      right: 1rem;
      bottom: calc(1rem + var(--bottom-bar-height, 0px));
      left: 1rem;
      display: grid;
      justify-items: center;
      gap: 0.5rem;
      pointer-events: none;
    }

    .toast {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      max-width: 40rem;
      padding: 0.5rem 0.5rem 0.5rem 1rem;
      border-radius: var(--radius-card);
      background: var(--reversed);
      color: var(--on-reversed);
      pointer-events: auto;
    }

    .toast.trouble {
      border: 1px solid var(--on-trouble);
      background: var(--trouble);
      color: var(--on-trouble);
    }

    button {
      min-height: 2.25rem;
      min-width: 2.25rem;
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: inherit;
      font-weight: var(--weight-strong);
      cursor: pointer;
    }

    .answer {
      padding: 0 0.5rem;
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }

    button:focus-visible {
      outline-color: currentColor;
    }
  `,
})
export class ToastRegion {
  protected readonly toasts = inject(Toasts);

  protected answer(id: number, action: ToastAction): void {
    this.toasts.dismiss(id);
    action.run();
  }
}
