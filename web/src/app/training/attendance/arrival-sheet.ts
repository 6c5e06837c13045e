import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, attendanceArrive, attendanceMayArrive } from '@parc/api-client';
import { Control, Field, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

const LEAST_CHARACTERS = 2;

/** Somebody who came without a place: found by name among the schools that are invited. */
@Component({
  selector: 'parc-arrival-sheet',
  imports: [ActProblem, Control, Field, ProblemPanel],
  template: `
    <dialog #dialog aria-labelledby="venue-titre" (close)="shown.set(false)">
      @if (shown()) {
        <div class="content">
          <div class="line">
            <h2 id="venue-titre">Qui est venu sans inscription ?</h2>
            <button type="button" class="button button-dense" (click)="dialog.close()">Fermer</button>
          </div>
          <parc-field
            label="Nom"
            help="Dans les écoles invitées. Il faut le réseau et une place libre."
            controlId="venue-nom"
          >
            <input
              #name
              parcControl
              autocomplete="off"
              maxlength="100"
              [value]="typed()"
              (input)="typed.set(name.value)"
            />
          </parc-field>
          @if (adding.problem(); as problem) {
            <parc-act-problem
              [problem]="problem"
              heading="Cette personne n’est pas ajoutée"
              (reread)="found.reload()"
            />
          }
          @if (found.failed(); as failed) {
            <parc-problem-panel [problem]="failed" heading="La recherche n’aboutit pas" (retry)="found.reload()" />
          } @else if (found.value(); as people) {
            <ul aria-label="Personnes trouvées">
              @for (one of people.items; track one.accountId) {
                <li>
                  <span
                    >{{ one.name }} <span class="muted small">{{ one.schoolName }}</span></span
                  >
                  <button
                    type="button"
                    class="button button-dense"
                    [disabled]="adding.pending()"
                    [attr.aria-label]="'Ajouter ' + one.name"
                    (click)="add(one.accountId, one.name)"
                  >
                    Ajouter
                  </button>
                </li>
              }
            </ul>
            @if (people.items.length === 0) {
              <p class="muted" role="status">Personne de ce nom dans les écoles invitées, ou déjà inscrit.</p>
            }
          }
        </div>
      }
    </dialog>
  `,
  styleUrl: './sheet.css',
})
export class ArrivalSheet {
  readonly sessionId = input.required<string>();
  /** The half-day in sight; null: the session has none. */
  readonly dateId = input.required<string | null>();
  readonly added = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly shown = signal(false);
  protected readonly typed = signal('');
  protected readonly found = reading({
    asked: () => (this.typed().trim().length >= LEAST_CHARACTERS ? this.typed().trim() : undefined),
    load: (search) => this.api.invoke(attendanceMayArrive, { id: this.sessionId(), search }),
    keepsFormer: true,
  });
  protected readonly adding = mutation((key, accountId: string, dateId: string) =>
    this.api.invoke(attendanceArrive, {
      ...{ id: this.sessionId(), 'Idempotency-Key': key },
      body: { accountId, dateId },
    }),
  );

  open(): void {
    this.typed.set('');
    this.adding.forget();
    this.shown.set(true);
    this.dialog().nativeElement.showModal();
  }

  protected async add(accountId: string, name: string): Promise<void> {
    const dateId = this.dateId();
    if (dateId === null || (await this.adding.run(accountId, dateId)) === null) return;
    this.dialog().nativeElement.close();
    this.toasts.say(`${name} : noté là`);
    this.added.emit();
  }
}
