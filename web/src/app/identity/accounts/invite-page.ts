import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accountsInvite, Api, type InvitationRequest } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Control, ErrorSummary, Field, type FieldError, Notice, Toasts } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { together, typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import { Session } from '../../shell/session';
import { grantableRoles } from './account-words';
import { personErrors } from './person-draft';
import {
  assignmentRequest,
  CONTROL_IDS,
  type DraftErrors,
  emptyRoleDraft,
  errorSummary,
  refusedAnswers,
  roleErrors,
} from './role-draft';
import { RoleForm } from './role-form';

/** A new person with a first role; the mail that lets them in leaves at once. */
@Component({
  selector: 'parc-invite-page',
  imports: [Control, ErrorSummary, Field, Notice, ResumedNote, RoleForm, RouterLink],
  templateUrl: './invite-page.html',
  styleUrl: './account-form.css',
})
export class InvitePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);

  protected readonly ids = CONTROL_IDS;
  protected readonly roles = computed(() => grantableRoles(this.session.role()));
  protected readonly name = typed({ name: () => 'nom', initial: () => '' });
  protected readonly email = typed({ name: () => 'adresse', initial: () => '' });
  protected readonly draft = typed({
    name: () => 'rôle',
    initial: () => emptyRoleDraft(parisDateOf(new Date()), this.roles().length === 1 ? this.roles()[0] : null),
  });
  protected readonly written = together(this.name, this.email, this.draft);

  protected readonly checked = signal(false);
  protected readonly summary = signal<readonly FieldError[]>([]);
  protected readonly inviting = mutation((key, body: InvitationRequest) =>
    this.api.invoke(accountsInvite, { 'Idempotency-Key': key, body }),
  );
  private readonly missing = computed<DraftErrors>(() => ({
    ...personErrors({ name: this.name(), email: this.email() }),
    ...roleErrors(this.draft()),
  }));
  protected readonly errors = computed<DraftErrors>(() => ({
    ...refusedAnswers(this.inviting.problem()),
    ...(this.checked() ? this.missing() : {}),
  }));
  /** What the server refused that no question is about. */
  protected readonly otherProblem = computed(() => {
    const problem = this.inviting.problem();
    return Object.keys(refusedAnswers(problem)).length === 0 ? problem : null;
  });
  protected readonly emailTaken = computed(() => this.inviting.problem()?.code === 'account.email-taken');
  protected readonly button = computed(() => (this.name().trim() === '' ? 'Inviter' : `Inviter ${this.name().trim()}`));

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.inviting.forget();
    this.summary.set(errorSummary(this.missing()));
    if (this.summary().length > 0) return;
    const person = { name: this.name().trim(), email: this.email().trim() };
    const made = await this.inviting.run({ ...person, ...assignmentRequest(this.draft()) });
    if (made === null) return this.summary.set(errorSummary(this.errors()));
    this.written.forget();
    this.toasts.say(`Invitation envoyée à ${person.email}`);
    await this.router.navigate(['/comptes', made.id], { replaceUrl: true });
  }
}
