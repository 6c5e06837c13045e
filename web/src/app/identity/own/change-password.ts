import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { Api, ownAccountChangePassword } from '@parc/api-client';
import { Notice, Toasts } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { PasswordBox } from '../../shell/forms/password-box';
import { isAboutPassword, PASSWORD_RULE, passwordAdvice, passwordError } from '../password-rule';

/** Changes one's password; the present one is asked for, since the computer may be shared. */
@Component({
  selector: 'parc-change-password',
  imports: [Notice, PasswordBox],
  template: `
    <form novalidate (submit)="change($event)">
      <parc-password-box
        #currentBox
        label="Mot de passe actuel"
        controlId="mot-de-passe-actuel"
        [error]="currentError()"
        [(value)]="current"
      />
      <parc-password-box
        #nextBox
        label="Nouveau mot de passe"
        controlId="nouveau-mot-de-passe"
        autocomplete="new-password"
        [help]="rule"
        [advice]="advice()"
        [error]="nextError()"
        [(value)]="next"
      />
      @if (otherProblem(); as refused) {
        <parc-notice tone="trouble" role="alert">{{ refused.sentence }}</parc-notice>
      }
      <p class="muted small">Vos sessions ouvertes sur d’autres postes se ferment. Celle-ci reste ouverte.</p>
      <button type="submit" class="button" [attr.aria-disabled]="changing.pending()">Changer le mot de passe</button>
    </form>
  `,
  styleUrl: './own-form.css',
})
export class ChangePassword {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly currentBox = viewChild.required<PasswordBox>('currentBox');
  private readonly nextBox = viewChild.required<PasswordBox>('nextBox');

  protected readonly rule = PASSWORD_RULE;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly checked = signal(false);
  protected readonly changing = mutation(async (_key, currentPassword: string, newPassword: string) => {
    await this.api.invoke(ownAccountChangePassword, { body: { currentPassword, newPassword } });
    return true;
  });

  protected readonly advice = computed(() => passwordAdvice(this.next()));
  protected readonly currentError = computed(() => {
    const problem = this.changing.problem();
    if (problem?.code === 'account.password-wrong') return problem.sentence;
    return this.checked() && this.current() === '' ? 'Écrivez votre mot de passe actuel.' : '';
  });
  protected readonly nextError = computed(() => {
    const problem = this.changing.problem();
    if (problem && isAboutPassword(problem)) return problem.sentence;
    return this.checked() ? passwordError(this.next()) : '';
  });
  protected readonly otherProblem = computed(() => {
    const problem = this.changing.problem();
    return this.currentError() === '' && this.nextError() === '' ? problem : null;
  });

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.changing.forget();
    if (this.currentError() === '' && this.nextError() === '') {
      if ((await this.changing.run(this.current(), this.next())) !== null) return this.say();
    }
    if (this.currentError() !== '') this.currentBox().focus();
    else if (this.nextError() !== '') this.nextBox().focus();
  }

  private say(): void {
    this.checked.set(false);
    this.current.set('');
    this.next.set('');
    this.toasts.say('Mot de passe changé');
  }
}
