import { Component, computed, effect, inject, signal } from '@angular/core';
import { Api, type JobAnswer, jobsList, jobsRun } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { may } from '../shell/may';
import { mutation } from '../shell/mutation';
import { PageTitle } from '../shell/page-title';
import { reading } from '../shell/reading';
import { Session } from '../shell/session';
import { jobState, jobsTitle, lastRunWords, RHYTHM_WORDS } from './job-words';
import { ProblemPanel } from '../shell/problem-panel';

/** What runs by itself: when it last did, how it ended, and again on request. */
@Component({
  selector: 'parc-jobs-page',
  imports: [Icon, Notice, ProblemPanel, StateChip, StatePanel],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly session = inject(Session);
  private readonly today = parisDateOf(new Date());

  protected readonly jobs = reading({ load: async () => (await this.api.invoke(jobsList)).items });
  protected readonly failed = this.jobs.failed;
  protected readonly title = computed(() => {
    const jobs = this.jobs.current();
    return jobs === null ? 'Tâches de nuit' : jobsTitle(jobs, this.today);
  });
  protected readonly runs = may('jobs.run');
  /** The job that was asked for last; beside it stands what the server refused. */
  protected readonly asked = signal<string | null>(null);
  protected readonly running = mutation((_key, name: string) => this.api.invoke(jobsRun, { name }));

  protected readonly lastRun = lastRunWords;
  protected readonly rhythm = RHYTHM_WORDS;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected state(job: JobAnswer) {
    return jobState(job, this.today);
  }

  protected async run(job: JobAnswer): Promise<void> {
    if (this.running.pending()) return;
    this.asked.set(job.name);
    const ended = await this.running.run(job.name);
    if (ended?.failed === true) this.toasts.warn(`${job.label} : ${ended.outcome}`);
    else if (ended !== null) this.toasts.say(`${job.label} : ${ended.outcome}`);
    this.jobs.reload();
  }
}
