import { Component, computed, inject } from '@angular/core';
import { accountsList, Api, jobsList, mailsList } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { StatePanel } from '@parc/ui';
import { reading } from '../../shell/reading';
import { ProblemPanel } from '../../shell/problem-panel';
import { HomeHead } from '../home-head';
import { LinkLines } from '../link-lines';
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
  protected readonly read = reading({ load: () => this.count() });

  protected readonly failed = this.read.failed;
  protected readonly title = computed(() => {
    const read = this.read.value();
    return read === null ? 'Bonjour' : administrationTitle(read);
  });
  protected readonly lines = computed(() => {
    const read = this.read.value();
    return read && administrationLines(read, this.today);
  });

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
