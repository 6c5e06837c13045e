import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { Control, Field, Icon, Notice, QuestionCard, SignaturePad } from '@parc/ui';
import type { Problem } from '../../shell/problem';

export interface HeadAgreement {
  /** The personal code: what proves who agreed. */
  readonly code: string;
  /** A drawing, as an attachment; null when nothing was drawn. */
  readonly signature: Blob | null;
}

/** The school's part, on the performer's phone: what was done, a drawn signature, the head's personal code. */
@Component({
  selector: 'parc-on-site-confirmation',
  imports: [Control, Field, Icon, Notice, QuestionCard, SignaturePad],
  template: `
    <parc-question-card question="Tout est-il en place ?">
      <p class="muted small">À lire et à signer par l’école</p>
      <ul class="done">
        @for (sentence of done(); track $index) {
          <li [class.short]="sentence.short">
            <parc-icon [name]="sentence.short ? 'pause' : 'check'" [size]="18" />
            <span>{{ sentence.text }}</span>
          </li>
        }
      </ul>
      <div class="parts">
        <parc-signature-pad />
        <parc-field
          label="Code personnel de la direction"
          help="6 à 12 chiffres, choisis dans son compte. C’est lui qui vaut accord, pas la signature."
          controlId="code-direction"
          [error]="missing()"
        >
          <input
            #codeBox
            parcControl
            type="password"
            name="confirmation-code"
            inputmode="numeric"
            autocomplete="off"
            maxlength="12"
            [value]="code()"
            (input)="write(codeBox.value)"
          />
        </parc-field>
        @if (problem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
        }
        <p class="small muted">
          Quelque chose ne va pas ? Choisissez « {{ laterLabel() }} » : l’école signale l’écart depuis son poste.
        </p>
      </div>
    </parc-question-card>
    <button type="button" class="button button-primary button-wide" [attr.aria-disabled]="pending()" (click)="agree()">
      <parc-icon name="check" /> {{ pending() ? 'Envoi en cours…' : 'Confirmer avec la direction présente' }}
    </button>
    <button type="button" class="button button-wide" [attr.aria-disabled]="pending()" (click)="later.emit()">
      <parc-icon name="clock" /> {{ laterLabel() }}
    </button>
  `,
  styles: `
    :host,
    .parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    .parts {
      gap: 1rem;
      margin-top: 0.75rem;
    }

    .done:empty {
      display: none;
    }

    ul {
      display: grid;
      gap: 0.375rem;
      margin-top: 0.75rem;
    }

    li {
      display: flex;
      gap: 0.625rem;
    }

    li parc-icon {
      margin-top: 0.2rem;
      color: var(--on-done);
    }

    .short parc-icon {
      color: var(--on-waiting);
    }
  `,
})
export class OnSiteConfirmation {
  /** What the school is asked to agree to; empty where the page says it already. */
  readonly done = input<readonly { readonly text: string; readonly short: boolean }[]>([]);
  readonly pending = input(false);
  /** Why the confirmation was refused: a wrong code, too many attempts. */
  readonly problem = input<Problem | null>(null);
  readonly laterLabel = input('Elle confirmera plus tard');
  readonly agreed = output<HeadAgreement>();
  readonly later = output();

  protected readonly code = signal('');
  private readonly checked = signal(false);
  protected readonly missing = computed(() =>
    this.checked() && this.code() === '' ? 'La direction saisit ici son code personnel.' : '',
  );
  private readonly pad = viewChild.required(SignaturePad);

  protected write(code: string): void {
    this.code.set(code.trim());
  }

  protected async agree(): Promise<void> {
    this.checked.set(true);
    if (this.pending()) return;
    if (this.code() === '') return document.getElementById('code-direction')?.focus();
    this.agreed.emit({ code: this.code(), signature: await this.pad().toPng() });
  }
}
