import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, ownAccountSetConfirmationCode } from '@parc/api-client';
import { Notice, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { PasswordBox } from '../../shell/forms/password-box';
import { codeError } from './code-rule';

/** The head's personal code: what it is for, and a new one. */
@Component({
  selector: 'parc-confirmation-code',
  imports: [Notice, PasswordBox],
  template: `
    <p>
      Quand l’installation est finie devant vous, vous la confirmez sur le téléphone du technicien en tapant ce code. Il
      vaut signature pour cette seule commande, et n’ouvre rien d’autre.
    </p>
    <p class="muted small">
      {{ held() ? 'Vous avez un code. En choisir un autre le remplace.' : 'Vous n’avez pas encore de code.' }} Ne le
      donnez à personne : votre adjoint a le sien.
    </p>
    <form novalidate (submit)="save($event)">
      <parc-password-box
        #codeBox
        label="Nouveau code de confirmation"
        controlId="code-de-confirmation"
        autocomplete="off"
        help="6 à 12 chiffres, ni répétés ni à la suite."
        [digits]="true"
        [error]="codeProblem()"
        [(value)]="code"
      />
      <parc-password-box
        #passwordBox
        label="Votre mot de passe"
        controlId="mot-de-passe-pour-le-code"
        help="Pour être sûr que c’est bien vous."
        [error]="passwordProblem()"
        [(value)]="password"
      />
      @if (otherProblem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
      <button type="submit" class="button" [attr.aria-disabled]="saving.pending()">
        {{ held() ? 'Remplacer le code' : 'Enregistrer ce code' }}
      </button>
    </form>
  `,
  styleUrl: './own-form.css',
})
export class ConfirmationCode {
  /** Whether the person has a code already. */
  readonly held = input.required<boolean>();
  readonly saved = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly codeBox = viewChild.required<PasswordBox>('codeBox');
  private readonly passwordBox = viewChild.required<PasswordBox>('passwordBox');

  protected readonly code = signal('');
  protected readonly password = signal('');
  protected readonly checked = signal(false);
  protected readonly saving = mutation(async (_key, password: string, code: string) => {
    await this.api.invoke(ownAccountSetConfirmationCode, { body: { password, code } });
    return true;
  });

  protected readonly codeProblem = computed(() => {
    const problem = this.saving.problem();
    if (problem?.code === 'account.code-weak') return problem.sentence;
    return this.checked() ? codeError(this.code()) : '';
  });
  protected readonly passwordProblem = computed(() => {
    const problem = this.saving.problem();
    if (problem?.code === 'account.password-wrong') return problem.sentence;
    return this.checked() && this.password() === '' ? 'Écrivez votre mot de passe.' : '';
  });
  protected readonly otherProblem = computed(() =>
    this.codeProblem() === '' && this.passwordProblem() === '' ? this.saving.problem() : null,
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.saving.forget();
    if (this.codeProblem() === '' && this.passwordProblem() === '') {
      if ((await this.saving.run(this.password(), this.code())) !== null) return this.say();
    }
    if (this.codeProblem() !== '') this.codeBox().focus();
    else if (this.passwordProblem() !== '') this.passwordBox().focus();
  }

  private say(): void {
    this.checked.set(false);
    this.code.set('');
    this.password.set('');
    this.toasts.say('Code de confirmation enregistré');
    this.saved.emit();
  }
}
