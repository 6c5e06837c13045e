import { Component, computed, inject, signal } from '@angular/core';
import { Api, ownAccountDescribe } from '@parc/api-client';
import { Icon } from '@parc/ui';
import { ConfirmationCode } from '../../identity/own/confirmation-code';
import { reading } from '../../shell/reading';

/** Reminds the head of the personal code by which an installation is confirmed on the technician's phone, and sets it. */
@Component({
  selector: 'parc-own-code',
  imports: [ConfirmationCode, Icon],
  template: `
    @if (account(); as own) {
      <section class="card" aria-labelledby="own-code">
        <h2 id="own-code">Code de confirmation sur place</h2>
        @if (opened()) {
          <parc-confirmation-code [held]="own.hasConfirmationCode" (saved)="finish()" />
          <button type="button" class="button button-quiet" (click)="opened.set(false)">Revenir</button>
        } @else {
          <p>
            @if (own.hasConfirmationCode) {
              Vous avez un code : vous le tapez sur le téléphone du technicien pour confirmer une installation.
            } @else {
              Sans code, vous confirmez depuis Parc École. Avec lui, vous confirmez aussi sur le téléphone du
              technicien.
            }
          </p>
          <button type="button" class="button button-wide" (click)="opened.set(true)">
            <parc-icon name="key" [size]="18" /> {{ own.hasConfirmationCode ? 'Changer de code' : 'Choisir un code' }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section > .button {
      margin-top: 0.75rem;
    }
  `,
})
export class OwnCode {
  private readonly api = inject(Api);
  private readonly read = reading({ load: () => this.api.invoke(ownAccountDescribe) });
  protected readonly account = computed(() => {
    const own = this.read.current();
    return own?.maySetConfirmationCode ? own : null;
  });
  protected readonly opened = signal(false);

  protected finish(): void {
    this.opened.set(false);
    this.read.reload();
  }
}
