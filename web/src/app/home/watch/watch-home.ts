import { Component, computed, inject } from '@angular/core';
import { Api } from '@parc/api-client';
import { StatePanel } from '@parc/ui';
import { WEB_DOMAINS, type WatchedLine } from '../../shell/domain';
import { HomeCards } from '../../shell/homes/home-cards';
import { watchesOf } from '../../shell/homes/home-rows';
import { HomeHead } from '../../shell/homes/home-head';
import { LinkLines } from '../../shell/homes/link-lines';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { watchTitle } from './watch-title';

/** The first page of whoever looks after the tool: whether what each domain has running is well, and where to look. */
@Component({
  selector: 'parc-watch-home',
  imports: [HomeCards, HomeHead, LinkLines, ProblemPanel, StatePanel],
  template: `
    <parc-home-head [title]="title()" />
    @if (failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="read.reload()" />
    } @else if (watched() === null) {
      <parc-state-panel kind="loading" [rows]="3" />
    } @else {
      <div class="page-stack">
        @if (lines().length > 0) {
          <section class="card">
            <h2>Ce que vous suivez</h2>
            <parc-link-lines [lines]="lines()" />
          </section>
        }
        <parc-home-cards />
      </div>
    }
  `,
})
export class WatchHome {
  private readonly api = inject(Api);
  private readonly role = inject(Session).role;
  private readonly domains = inject(WEB_DOMAINS);
  protected readonly read = reading({ load: () => this.look() });

  protected readonly failed = this.read.failed;
  protected readonly watched = this.read.value;
  protected readonly title = computed(() => watchTitle(this.watched() ?? []));
  protected readonly lines = computed(() => (this.watched() ?? []).map(({ line }) => line));

  private look(): Promise<readonly WatchedLine[]> {
    const role = this.role();
    const watches = role === null ? [] : watchesOf(this.domains, role);
    return Promise.all(watches.map(async ({ load }) => (await load())(this.api)));
  }
}
