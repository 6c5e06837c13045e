import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import {
  type AccountPage,
  accountsDeactivate,
  accountsInviteAgain,
  accountsPage,
  accountsReactivate,
  Api,
} from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { ConfirmDialog, DayPipe, Icon, Notice, QuestionCard, StateChip, StatePanel, Toasts } from '@parc/ui';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { grantableRoles, standingWords } from './account-words';
import { AssignmentList } from './assignment-list';
import { CorrectForm } from './correct-form';
import { GrantForm } from './grant-form';
import { ProblemPanel } from '../../shell/problem-panel';

/** One person's account: roles with their dates, and what may be done about them. */
@Component({
  selector: 'parc-account-page',
  imports: [
    AssignmentList,
    ConfirmDialog,
    CorrectForm,
    DayPipe,
    GrantForm,
    Icon,
    Notice,
    ProblemPanel,
    QuestionCard,
    StateChip,
    StatePanel,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
})
export class AccountPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly session = inject(Session);

  protected readonly today = parisDateOf(new Date());
  protected readonly account = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(accountsPage, asked),
  });
  private readonly page = this.account.value;
  protected readonly failed = this.account.failed;
  protected readonly standing = computed(() => standingWords(this.page() ?? { active: true, invited: false }));

  private readonly grantable = computed(() => grantableRoles(this.session.role()));
  private readonly own = computed(() => this.session.current()?.account.id === this.id());
  protected readonly manages = may('accounts.manage');
  /** Nobody grants themselves a role. */
  protected readonly roles = computed(() => (this.own() || !this.page()?.active ? [] : this.grantable()));
  protected readonly mayDeactivate = computed(() => this.manages() && !this.own() && this.page()?.active === true);
  protected readonly mayInviteAgain = computed(() => {
    const page = this.page();
    return page?.invited === true && page.assignments.every(({ role }) => this.grantable().includes(role));
  });

  /** The form that is open; another person's page has none. */
  protected readonly opened = linkedSignal<string, 'grant' | 'correct' | null>({
    source: this.id,
    computation: () => null,
  });

  protected readonly inviting = mutation((key, id: string) =>
    this.api.invoke(accountsInviteAgain, { 'Idempotency-Key': key, id }),
  );
  protected readonly deactivating = mutation((key, { id, version }: AccountPage) =>
    this.api.invoke(accountsDeactivate, { ...onVersion(key, version), id }),
  );
  protected readonly reactivating = mutation((key, { id, version }: AccountPage) =>
    this.api.invoke(accountsReactivate, { ...onVersion(key, version), id }),
  );

  constructor() {
    effect(() => {
      const page = this.page();
      if (page !== null) this.pageTitle.show(page.name);
    });
  }

  protected reload(): void {
    this.opened.set(null);
    this.account.reload();
  }

  protected async inviteAgain(page: AccountPage): Promise<void> {
    if ((await this.inviting.run(page.id)) !== null) this.toasts.say(`Nouvelle invitation envoyée à ${page.email}`);
  }

  protected async deactivate(page: AccountPage, dialog: ConfirmDialog): Promise<void> {
    const done = await this.deactivating.run(page);
    // Somebody else changed the account: the next press is about what the page shows now.
    if (this.deactivating.problem()?.stale) this.account.reload();
    if (done === null) return;
    dialog.close();
    this.toasts.say(`Compte de ${page.name} désactivé`);
    this.reload();
  }

  protected async reactivate(page: AccountPage): Promise<void> {
    const done = await this.reactivating.run(page);
    if (done === null) return void this.account.reload();
    this.toasts.say(`Compte de ${page.name} réactivé`);
    this.reload();
  }
}
