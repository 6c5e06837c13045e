import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import type { TrainingListItem } from '@parc/api-client';
import { ConfirmDialog, counted, day } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { TrainingOfferCard } from '../offers/offer-card';
import { enrolling } from './enrolling';
import { TrainingSessionCard } from './session-card';

/** Sessions as cards. A place that somebody waits for is not had again: leaving one is asked about first. */
@Component({
  selector: 'parc-training-session-cards',
  imports: [ActProblem, ConfirmDialog, TrainingOfferCard, TrainingSessionCard],
  template: `
    <ul>
      @for (session of sessions(); track session.id) {
        <li>
          @if (acts.about() === session.id && acts.problem(); as problem) {
            <parc-act-problem [problem]="problem" (reread)="changed.emit()" />
          }
          <parc-training-offer-card [session]="session" [named]="true" (changed)="changed.emit()" />
          <parc-training-session-card
            [session]="session"
            [leads]="leads() && $first"
            [pending]="acts.pending()"
            (enrolled)="acts.enrol(session)"
            (left)="leave(session)"
          />
        </li>
      }
    </ul>
    <parc-confirm-dialog
      [heading]="heading()"
      confirmLabel="Me désinscrire"
      cancelLabel="Garder ma place"
      (confirmed)="confirm()"
    >
      {{ text() }}
    </parc-confirm-dialog>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr));
      gap: 1rem;
    }

    li {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class TrainingSessionCards {
  readonly sessions = input.required<readonly TrainingListItem[]>();
  /** The act of the first card is the page's own. */
  readonly leads = input(false);
  readonly changed = output();
  protected readonly acts = enrolling(() => this.changed.emit());
  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly chosen = signal<TrainingListItem | null>(null);
  protected readonly heading = computed(() => {
    const session = this.chosen();
    return session === null ? '' : `Quitter « ${session.moduleTitle} » le ${day(session.startsAt)}`;
  });
  protected readonly text = computed(() => {
    const session = this.chosen();
    if (session?.mine === 'waiting') return 'Vous perdez votre rang dans la liste d’attente.';
    return `${counted(session?.waiting ?? 0, 'personne attend', 'personnes attendent')} : votre place va à la première.`;
  });

  protected leave(session: TrainingListItem): void {
    if (session.mine === 'seated' && session.waiting === 0) return void this.acts.leave(session);
    this.chosen.set(session);
    this.dialog().open();
  }

  protected confirm(): void {
    const session = this.chosen();
    this.dialog().close();
    if (session !== null) void this.acts.leave(session);
  }
}
