import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, remediesAnswer, remediesFound, type RemedyFound } from '@parc/api-client';
import { remedySteps, type RemedyAnswer, type Symptom } from '@parc/domain';
import { Icon } from '@parc/ui';
import type { ReportSubject } from '../../tickets/report-subject';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';

/** Under the symptom, before the report leaves: what helped others. It informs, and never blocks. */
@Component({
  selector: 'parc-remedy-tips',
  imports: [Icon, RouterLink],
  template: `
    @if (shown(); as tip) {
      <section class="card" aria-labelledby="tip">
        <p class="small muted"><parc-icon name="bulb" [size]="18" /> Avant d’envoyer : cela a déjà suffi ailleurs</p>
        <h2 id="tip">{{ tip.title }}</h2>
        <ol>
          @for (step of steps(tip.steps); track $index) {
            <li>{{ step }}</li>
          }
        </ol>
        <div class="answers">
          <button type="button" class="button" [disabled]="answering.pending()" (click)="solved(tip)">
            Cela a réglé le problème
          </button>
          <button type="button" class="button button-quiet" [disabled]="answering.pending()" (click)="decline(tip)">
            Non, signaler
          </button>
        </div>
      </section>
    } @else if (otherwise() && found.value()?.length === 0) {
      <section class="card first" aria-label="À essayer d’abord">
        <parc-icon name="bulb" [size]="20" />
        <p>
          <strong>Avant d’envoyer :</strong> {{ otherwise() }}<br />
          <a routerLink="/" (click)="helped.emit()">C’est réglé</a>
        </p>
      </section>
    }
  `,
  styleUrl: './remedy-tips.css',
})
export class RemedyTips {
  readonly subject = input.required<ReportSubject>();
  readonly symptom = input.required<Symptom>();
  /** What is said where nothing was learnt yet. */
  readonly otherwise = input<string | null>(null);
  /** It works again: nothing is reported. */
  readonly helped = output();

  private readonly api = inject(Api);
  protected readonly found = reading({
    asked: () => ({ ...this.subject(), symptom: this.symptom() }),
    load: async (asked) => (await this.api.invoke(remediesFound, asked)).items,
  });
  private readonly declined = signal<ReadonlySet<string>>(new Set());
  private readonly counted = new Set<string>();
  /** One at a time: the next one comes when this one did not help. */
  protected readonly shown = computed(
    () => (this.found.current() ?? []).find(({ id }) => !this.declined().has(id)) ?? null,
  );
  protected readonly showing = mutation((key, id: string) => this.count(key, id, 'shown'));
  protected readonly answering = mutation((key, id: string, answer: RemedyAnswer) => this.count(key, id, answer));
  protected readonly steps = remedySteps;

  constructor() {
    effect(() => {
      const id = this.shown()?.id;
      if (id === undefined || this.counted.has(id)) return;
      this.counted.add(id);
      untracked(() => void this.showing.run(id));
    });
  }

  /** Whatever becomes of the count, the class goes on. */
  protected async solved({ id }: RemedyFound): Promise<void> {
    await this.answering.run(id, 'helped');
    this.helped.emit();
  }

  protected async decline({ id }: RemedyFound): Promise<void> {
    await this.answering.run(id, 'declined');
    this.declined.update((before) => new Set([...before, id]));
  }

  private count(key: string, id: string, answer: RemedyAnswer) {
    return this.api.invoke(remediesAnswer, { 'Idempotency-Key': key, id, body: { answer } });
  }
}
