import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AccountPage, accountsGrant, Api, type AssignmentRequest } from '@parc/api-client';
import { type Role, ROLE_WORDS } from '@parc/domain';
import { ErrorSummary, type FieldError, Notice, Toasts } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import {
  assignmentRequest,
  type DraftErrors,
  emptyRoleDraft,
  errorSummary,
  refusedAnswers,
  roleErrors,
} from './role-draft';
import { RoleForm } from './role-form';

/** One more role for somebody who has an account. */
@Component({
  selector: 'parc-grant-form',
  imports: [ErrorSummary, Notice, ResumedNote, RoleForm],
  template: `
    <form novalidate (submit)="grant($event)">
      <parc-resumed-note [of]="draft" />
      @if (summary().length > 0) {
        <parc-error-summary [errors]="summary()" />
      }
      <parc-role-form [roles]="roles()" [errors]="errors()" [(draft)]="draft" />
      @if (otherProblem(); as refused) {
        <parc-notice tone="trouble" role="alert" heading="Le rôle n’est pas donné">{{ refused.sentence }}</parc-notice>
      }
      <div class="answers">
        <button type="submit" class="button button-primary" [disabled]="granting.pending()">{{ button() }}</button>
        <button type="button" class="button" (click)="draft.forget(); cancelled.emit()">Annuler</button>
      </div>
    </form>
  `,
  styleUrl: './account-form.css',
})
export class GrantForm {
  readonly account = input.required<AccountPage>();
  /** What the reader may give; not empty. */
  readonly roles = input.required<readonly Role[]>();
  readonly today = input.required<string>();
  readonly granted = output();
  readonly cancelled = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly draft = typed({ name: () => 'rôle de plus', initial: () => emptyRoleDraft(this.today()) });
  protected readonly checked = signal(false);
  protected readonly summary = signal<readonly FieldError[]>([]);
  protected readonly granting = mutation((key, body: AssignmentRequest) =>
    this.api.invoke(accountsGrant, { 'Idempotency-Key': key, id: this.account().id, body }),
  );
  protected readonly errors = computed<DraftErrors>(() => ({
    ...refusedAnswers(this.granting.problem()),
    ...(this.checked() ? roleErrors(this.draft()) : {}),
  }));
  /** What the server refused that no question is about. */
  protected readonly otherProblem = computed(() => {
    const problem = this.granting.problem();
    return Object.keys(refusedAnswers(problem)).length === 0 ? problem : null;
  });
  protected readonly button = computed(() => {
    const { role } = this.draft();
    return role === null ? 'Donner le rôle' : `Donner le rôle : ${ROLE_WORDS[role]}`;
  });

  protected async grant(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.granting.forget();
    this.summary.set(errorSummary(roleErrors(this.draft())));
    if (this.summary().length > 0) return;
    const { role } = this.draft();
    if ((await this.granting.run(assignmentRequest(this.draft()))) === null)
      return this.summary.set(errorSummary(this.errors()));
    this.draft.forget();
    this.toasts.say(`${this.account().name} a le rôle : ${ROLE_WORDS[role!]}`);
    this.granted.emit();
  }
}
