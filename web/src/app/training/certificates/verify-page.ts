import { Component, computed, inject, input } from '@angular/core';
import { Api, certificatesVerify } from '@parc/api-client';
import { Icon, StatePanel } from '@parc/ui';
import { Logo } from '../../shell/logo';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** /verifier/CODE for whoever is shown a certificate: valid or not, and nothing else. */
@Component({
  selector: 'parc-verify-page',
  imports: [Icon, Logo, ProblemPanel, StatePanel],
  template: `
    <main>
      <parc-logo />
      @if (read.value(); as verdict) {
        <div class="card" role="status">
          <span class="sign" [class.valid]="verdict.valid">
            <parc-icon [name]="verdict.valid ? 'check' : 'cross'" [size]="28" />
          </span>
          <h1>{{ title() }}</h1>
          <p class="muted">{{ text() }}</p>
          <p class="small">Code {{ code() }}</p>
        </div>
      } @else if (read.failed(); as failed) {
        <parc-problem-panel [problem]="failed" heading="La vérification n’aboutit pas" (retry)="read.reload()" />
      } @else {
        <parc-state-panel kind="loading" shape="cards" />
      }
    </main>
  `,
  styles: `
    main {
      display: grid;
      gap: 1.5rem;
      max-width: 30rem;
      margin: 0 auto;
      padding: 2rem 1rem;
    }

    .card {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }

    .small {
      overflow-wrap: anywhere;
    }

    .sign {
      display: grid;
      place-items: center;
      width: 3rem;
      height: 3rem;
      border-radius: var(--radius-round);
      background: var(--trouble);
      color: var(--on-trouble);
    }

    .sign.valid {
      background: var(--done);
      color: var(--on-done);
    }
  `,
})
export class VerifyPage {
  /** By the address, as it stands on the certificate. */
  readonly code = input.required<string>();

  private readonly api = inject(Api);
  protected readonly read = reading({
    asked: () => this.code(),
    load: (code) => this.api.invoke(certificatesVerify, { code }),
  });
  protected readonly title = computed(() =>
    this.read.value()?.valid ? 'Attestation valable' : 'Attestation non valable',
  );
  protected readonly text = computed(() =>
    this.read.value()?.valid
      ? 'Ce code est celui d’une attestation de présence en cours de validité.'
      : 'Aucune attestation en cours de validité ne porte ce code. Vérifiez qu’il est recopié en entier.',
  );
}
