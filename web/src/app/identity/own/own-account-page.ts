import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, ownAccountDescribe } from '@parc/api-client';
import { StateChip, StatePanel } from '@parc/ui';
import { PhonesCard } from '../../offline/enrolment/phones-card';
import { reading } from '../../shell/reading';
import { roleSwitch } from '../../shell/role-switch';
import { Session } from '../../shell/session';
import { ChangePassword } from './change-password';
import { ConfirmationCode } from './confirmation-code';
import { ProblemPanel } from '../../shell/problem-panel';

/** One's own account: who one is here, under which role, and what is secret. */
@Component({
  selector: 'parc-own-account-page',
  imports: [ChangePassword, ConfirmationCode, PhonesCard, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './own-account-page.html',
  styleUrl: './own-account-page.css',
})
export class OwnAccountPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly switching = roleSwitch();

  /** Under another role the same person may set a code, or not. */
  protected readonly account = reading({
    asked: () => this.session.current()?.assignment.id,
    load: () => this.api.invoke(ownAccountDescribe),
  });
  protected readonly failed = this.account.failed;
  protected readonly roles = computed(() => this.session.current()?.assignments ?? []);
  protected readonly currentRole = computed(() => this.session.current()?.assignment.id ?? null);
}
