import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, passwordLinksRead, passwordLinksUse } from '@parc/api-client';
import { Notice, StatePanel } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { PasswordBox } from '../../shell/forms/password-box';
import { isAboutPassword, PASSWORD_RULE, passwordAdvice, passwordError } from '../password-rule';
import { ProblemPanel } from '../../shell/problem-panel';

/** By the link of a mail: who it is for, and the password that opens the account. */
@Component({
  selector: 'parc-choose-password',
  imports: [Notice, PasswordBox, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './choose-password.html',
  styleUrl: './entry-form.css',
})
export class ChoosePassword {
  readonly token = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly box = viewChild(PasswordBox);

  protected readonly rule = PASSWORD_RULE;
  protected readonly link = reading({
    asked: () => ({ body: { token: this.token() } }),
    load: async (asked) => {
      // A session may be open on a shared computer, and somebody else's: it is said, and closed in the end.
      await this.session.restore().catch(() => null);
      return this.api.invoke(passwordLinksRead, asked);
    },
  });
  protected readonly failed = this.link.failed;
  /** A link that has served, is too old or was cut by the mail program: waiting changes nothing. */
  protected readonly spent = computed(() => {
    const problem = this.failed() ?? this.choosing.problem();
    return problem !== null && (problem.code === 'account.link-unusable' || this.isUnreadable(problem.status));
  });
  protected readonly heading = computed(() => {
    const link = this.link.value();
    if (link === null) return '';
    return link.kind === 'invitation' ? `Bienvenue, ${link.name}` : `Un nouveau mot de passe pour ${link.name}`;
  });
  protected readonly invited = computed(() => this.link.value()?.kind === 'invitation');
  protected readonly openSession = computed(() => this.session.current()?.account.name ?? '');

  protected readonly password = signal('');
  protected readonly checked = signal(false);
  protected readonly advice = computed(() => passwordAdvice(this.password()));
  protected readonly choosing = mutation(async (_key, password: string) => {
    await this.api.invoke(passwordLinksUse, { body: { token: this.token(), password } });
    return true;
  });
  protected readonly error = computed(() => {
    const problem = this.choosing.problem();
    if (problem && isAboutPassword(problem)) return problem.sentence;
    return this.checked() ? passwordError(this.password()) : '';
  });
  /** What is not about the password itself. */
  protected readonly refused = computed(() => {
    const problem = this.choosing.problem();
    return isAboutPassword(problem) ? null : problem;
  });

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    if (passwordError(this.password()) !== '') return this.box()?.focus();
    if ((await this.choosing.run(this.password())) === null) return this.box()?.focus();
    if (this.session.current() === null)
      await this.router.navigate(['/connexion'], { queryParams: { fin: 'password' }, replaceUrl: true });
    else await this.session.leave('password');
  }

  private isUnreadable(status: number): boolean {
    return status === 400 || (status === 422 && this.failed() !== null);
  }
}
