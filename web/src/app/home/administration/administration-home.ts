import { Component, computed, inject, resource } from '@angular/core';
import { accountsList, Api, jobsList, mailsList } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { StatePanel } from '@parc/ui';
import { asProblem } from '../../shell/problem';
import { ProblemPanel } from '../../shell/problem-panel';
import { HomeHead } from '../../shell/homes/home-head';
import { LinkLines } from '../../shell/homes/link-lines';
import { type Administered, administrationLines, administrationTitle } from './administration-words';

/** The administrator's first page: whether accounts, nightly jobs and mails are well, and where to look. */
@Component({
  selector: 'parc-administration-home',
  imports: [HomeHead, LinkLines, ProblemPanel, StatePanel],
  template: `
    <parc-home-head [title]="title()" />
    @if (failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="read.reload()" />
    } @else if (lines() === null) {
      <parc-state-panel kind="loading" [rows]="3" />
    } @else {
      <section class="card">
        <h2>Ce que vous suivez</h2>
        <parc-link-lines [lines]="lines()!" />
      </section>
    }
  `,
  styles: `
    section {
      max-width: 44rem;
    }
  `,
})
export class AdministrationHome {
  private readonly api = inject(Api);
  private readonly today = parisDateOf(new Date());
  protected readonly read = resource({ loader: () => this.count() });

  protected readonly failed = computed(() => (this.read.status() === 'error' ? asProblem(this.read.error()) : null));
  protected readonly title = computed(() =>
    this.read.hasValue() ? administrationTitle(this.read.value()) : 'Bonjour',
  );
  protected readonly lines = computed(() =>
    this.read.hasValue() ? administrationLines(this.read.value(), this.today) : null,
  );

  private async count(): Promise<Administered> {
    const one = { size: 1 };
    const [active, inactive, jobs, waiting, givenUp] = await Promise.all([
      this.api.invoke(accountsList, { ...one, active: true }),
      this.api.invoke(accountsList, { ...one, active: false }),
      this.api.invoke(jobsList),
      this.api.invoke(mailsList, { ...one, state: 'waiting' }),
      this.api.invoke(mailsList, { ...one, state: 'given-up' }),
    ]);
    return {
      active: active.total,
      inactive: inactive.total,
      jobs: jobs.items,
      mailsWaiting: waiting.total,
      mailsGivenUp: givenUp.total,
    };
  }
}
