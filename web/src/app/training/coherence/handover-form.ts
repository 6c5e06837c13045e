import { Component, computed, inject, input, output } from '@angular/core';
import { Api, type CoherenceModel, schoolCoherenceRecord, schoolCoherenceTeam } from '@parc/api-client';
import { HANDOVER_MINUTES } from '@parc/domain';
import { Control, counted, Field, Notice, SignaturePad, type Stroke, Toasts } from '@parc/ui';
import { typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

interface Draft {
  readonly accountId: string;
  readonly strokes: readonly Stroke[];
}

/** On the technician's phone: to whom the model was shown, and their signature. */
@Component({
  selector: 'parc-handover-form',
  imports: [Control, Field, Notice, ProblemPanel, SignaturePad],
  template: `
    <h3>Remise en main de {{ minutes }} min</h3>
    <p class="muted">
      Montrez « {{ model().modelName }} » à une personne de l’école. Elle signe : le matériel sert aussitôt.
    </p>
    @if (team.failed(); as failed) {
      <parc-problem-panel [problem]="failed" heading="L’équipe ne s’affiche pas" (retry)="team.reload()" />
    }
    <parc-field label="Qui a été formé" controlId="handover-person">
      <select #who parcControl (change)="say({ accountId: who.value })">
        <option value="">Choisir une personne</option>
        @for (person of team.value()?.people ?? []; track person.accountId) {
          <option [value]="person.accountId" [selected]="person.accountId === draft().accountId">
            {{ person.name }}
          </option>
        }
      </select>
    </parc-field>
    <parc-signature-pad
      hint="Elle dit avoir été formée. Un courriel le lui confirme."
      [strokes]="draft().strokes"
      (strokesChange)="say({ strokes: $event })"
    />
    @if (sending.problem(); as told) {
      <parc-notice tone="trouble" role="alert" heading="Ce n’est pas enregistré">{{ told.sentence }}</parc-notice>
    }
    <div class="acts">
      <button type="button" class="button button-primary" [disabled]="sending.pending() || !whole()" (click)="send()">
        Enregistrer la remise en main
      </button>
      <button type="button" class="button" [disabled]="sending.pending()" (click)="closed.emit()">Revenir</button>
    </div>
  `,
  styleUrl: './coherence-forms.css',
})
export class HandoverForm {
  readonly schoolId = input.required<string>();
  readonly model = input.required<CoherenceModel>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly minutes = HANDOVER_MINUTES;
  protected readonly team = reading({
    asked: () => this.schoolId(),
    load: (id) => this.api.invoke(schoolCoherenceTeam, { id }),
  });
  protected readonly sending = mutation((key, id: string, modelId: string, { accountId, strokes }: Draft) =>
    this.api.invoke(schoolCoherenceRecord, {
      ...{ id, 'Idempotency-Key': key, body: { modelId, accountId, signature: linesOf(strokes) } },
    }),
  );
  protected readonly draft = typed<Draft>({
    name: () => `handover ${this.schoolId()} ${this.model().modelId}`,
    initial: () => ({ accountId: '', strokes: [] }),
    pending: this.sending.pending,
    problem: this.sending.problem,
  });
  protected readonly whole = computed(() => this.draft().accountId !== '' && this.draft().strokes.length > 0);

  protected say(change: Partial<Draft>): void {
    this.draft.set({ ...this.draft(), ...change });
  }

  protected async send(): Promise<void> {
    const { modelId, modelName } = this.model();
    const answer = await this.sending.run(this.schoolId(), modelId, this.draft());
    if (answer === null) return;
    this.draft.forget();
    this.toasts.say(`${counted(answer.released, 'appareil sert', 'appareils servent')} : ${modelName}`);
    this.done.emit();
  }
}

/** The strokes as lines of a path, rounded to whole points of the pad. */
function linesOf(strokes: readonly Stroke[]): string {
  const point = ({ x, y }: { readonly x: number; readonly y: number }) => `${Math.round(x)} ${Math.round(y)}`;
  return strokes
    .filter(({ length }) => length > 0)
    .map((stroke) => `M${stroke.map(point).join('L')}`)
    .join('')
    .slice(0, LONGEST_SIGNATURE);
}

const LONGEST_SIGNATURE = 20_000;
