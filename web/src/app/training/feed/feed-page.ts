import { Component, computed, inject, signal } from '@angular/core';
import { Api, feedEnd, feedOwnFeed, feedRenew } from '@parc/api-client';
import { Control, DayPipe, Field, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import { ProblemPanel } from '../../shell/problem-panel';
import { asProblem } from '../../shell/problem';
import { reading } from '../../shell/reading';

/** One's own trainings in the calendar that one uses already: an address that only its holder knows, shown once. */
@Component({
  selector: 'parc-training-feed',
  imports: [Control, DayPipe, Field, Icon, Notice, ProblemPanel, StatePanel],
  template: `
    <div class="page-head">
      <div>
        <h1>Vos formations dans votre agenda</h1>
        <p>
          Téléphone, messagerie académique ou autre : l’agenda que vous utilisez lit cette adresse et se tient à jour.
        </p>
      </div>
    </div>
    @if (own.failed(); as problem) {
      <parc-problem-panel [problem]="problem" (retry)="own.reload()" />
    } @else if (own.value() === null) {
      <parc-state-panel kind="loading" [rows]="2" />
    } @else {
      <section class="card" aria-labelledby="agenda">
        @if (address(); as made) {
          <h2 id="agenda">Votre adresse</h2>
          <parc-field
            label="Adresse de l’agenda"
            help="Collez-la dans « S’abonner à un agenda » ou « Ajouter par URL ». Elle ne sera plus montrée."
            controlId="agenda-address"
          >
            <input #box parcControl readonly [value]="made" (focus)="box.select()" />
          </parc-field>
          <parc-notice tone="waiting">
            Qui a cette adresse lit vos formations, lieux et liens compris. Ne la donnez à personne.
          </parc-notice>
          <div class="acts">
            <button type="button" class="button button-primary" (click)="copy(made)">
              <parc-icon name="document" [size]="18" /> Copier l’adresse
            </button>
          </div>
        } @else if (madeAt(); as since) {
          <h2 id="agenda">Une adresse existe depuis le {{ since | day }}</h2>
          <p class="muted">
            Elle n’est montrée qu’une fois. Perdue, ou connue de quelqu’un d’autre ? Une nouvelle la remplace : votre
            agenda devra être abonné de nouveau.
          </p>
          <div class="acts">
            <button type="button" class="button" [attr.aria-disabled]="pending()" (click)="renew()">
              <parc-icon name="refresh" [size]="18" /> Remplacer l’adresse
            </button>
            <button type="button" class="button button-trouble" [attr.aria-disabled]="pending()" (click)="end()">
              Ne plus la partager
            </button>
          </div>
        } @else {
          <h2 id="agenda">Aucune adresse pour l’instant</h2>
          <p class="muted">Les sessions où vous avez une place, et celles que vous animez, y apparaîtront.</p>
          <div class="acts">
            <button type="button" class="button button-primary" [attr.aria-disabled]="pending()" (click)="renew()">
              <parc-icon name="calendar" [size]="18" /> Créer mon adresse
            </button>
          </div>
        }
        @if (problem(); as refused) {
          <parc-notice tone="trouble" role="alert">{{ refused }}</parc-notice>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
      max-width: 44rem;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class TrainingFeedPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly own = reading({ load: () => this.api.invoke(feedOwnFeed) });
  protected readonly madeAt = computed(() => this.own.value()?.madeAt ?? null);
  /** As long as this page is open, and nowhere else. */
  protected readonly address = signal<string | null>(null);
  protected readonly pending = signal(false);
  protected readonly problem = signal('');

  protected renew(): Promise<void> {
    return this.asked(async () => this.address.set((await this.api.invoke(feedRenew)).address));
  }

  protected end(): Promise<void> {
    return this.asked(async () => {
      await this.api.invoke(feedEnd);
      this.address.set(null);
      this.toasts.say('L’adresse ne répond plus.');
      this.own.reload();
    });
  }

  protected async copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.toasts.say('Adresse copiée');
    } catch {
      this.toasts.warn('L’adresse n’a pas pu être copiée : sélectionnez-la et copiez-la vous-même.');
    }
  }

  private async asked(work: () => Promise<void>): Promise<void> {
    if (this.pending()) return;
    this.pending.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(asProblem(error).sentence);
    } finally {
      this.pending.set(false);
    }
  }
}
