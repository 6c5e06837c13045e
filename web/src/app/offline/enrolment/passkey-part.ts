import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { Notice, Toasts } from '@parc/ui';
import { PasswordBox } from '../../shell/forms/password-box';
import { mutation } from '../../shell/mutation';
import { Unlocked } from '../store/unlocked';
import { knowsItsPerson } from './authenticator';
import { Passkeys } from './passkeys';

/** On an enrolled phone that knows a finger or a face: it opens by them too. */
@Component({
  selector: 'parc-passkey-part',
  imports: [Notice, PasswordBox],
  template: `
    @if (isOn()) {
      <div class="part">
        <h3>Déverrouiller avec l’empreinte</h3>
        <p>L’empreinte ou le visage ouvre ce téléphone, même sans réseau. Votre mot de passe l’ouvre toujours.</p>
        @if (forgetting.problem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
        }
        <button
          type="button"
          class="button button-dense"
          [attr.aria-disabled]="forgetting.pending()"
          (click)="forget()"
        >
          Ne plus utiliser l’empreinte
        </button>
      </div>
    } @else if (available()) {
      <form novalidate class="part" (submit)="register($event)">
        <h3>Déverrouiller avec l’empreinte</h3>
        <p>
          Après un quart d’heure ou un redémarrage, l’empreinte ou le visage ouvre votre travail, même sans réseau. Ils
          ne quittent pas ce téléphone.
        </p>
        <parc-password-box
          label="Votre mot de passe"
          controlId="mot-de-passe-pour-l-empreinte"
          [error]="passwordError()"
          [(value)]="password"
        />
        @if (otherProblem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
        }
        <button type="submit" class="button" [attr.aria-disabled]="registering.pending()">
          {{ registering.pending() ? 'Montrez votre doigt ou votre visage…' : 'Activer l’empreinte ou le visage' }}
        </button>
      </form>
    }
  `,
  styles: `
    .part {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
      max-width: 26rem;
      padding-top: 1rem;
      border-top: 1px solid var(--line);
    }

    .button {
      justify-self: start;
    }
  `,
})
export class PasskeyPart {
  readonly changed = output();
  private readonly passkeys = inject(Passkeys);
  private readonly unlocked = inject(Unlocked);
  private readonly toasts = inject(Toasts);
  private readonly box = viewChild(PasswordBox);
  protected readonly available = signal(false);
  protected readonly isOn = computed(() => (this.unlocked.own()?.passkey ?? null) !== null);
  protected readonly password = signal('');
  private readonly checked = signal(false);
  protected readonly registering = mutation((_key, password: string) => this.passkeys.register(password));
  protected readonly forgetting = mutation(() => this.passkeys.forget());
  protected readonly passwordError = computed(() => {
    const problem = this.registering.problem();
    if (problem?.code === 'account.password-wrong') return problem.sentence;
    return this.checked() && this.password() === '' ? 'Écrivez votre mot de passe.' : '';
  });
  protected readonly otherProblem = computed(() => (this.passwordError() === '' ? this.registering.problem() : null));

  constructor() {
    void knowsItsPerson().then((knows) => this.available.set(knows));
  }

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.registering.forget();
    if (this.passwordError() !== '' || (await this.registering.run(this.password())) === null)
      return this.box()?.focus();
    this.checked.set(false);
    this.password.set('');
    this.toasts.say('L’empreinte ou le visage ouvre ce téléphone');
    this.changed.emit();
  }

  protected async forget(): Promise<void> {
    if ((await this.forgetting.run()) === null) return;
    this.toasts.say('Votre mot de passe seul ouvre ce téléphone');
    this.changed.emit();
  }
}
