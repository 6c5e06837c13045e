import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Api, type ConventionPage, conventionMovesApprove, conventionStepsRecordAct } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Notice } from '@parc/ui';
import { initialValues, type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { actForm, actRequest, oddities, type VisaDraft, visaDrafts } from './act-draft';
import { VisaList } from './visa-list';

/**
 * Records the act that approves a convention. When the convention waits for that approval, recording the act is
 * recording the approval: two writes, the second on the version that the first gives.
 */
@Component({
  selector: 'parc-act-form',
  imports: [Notice, StepForm, VisaList],
  template: `
    <parc-step-form
      [form]="form()"
      [pending]="saving.pending()"
      [problem]="saving.problem()"
      (typed)="values.set($event)"
      (sent)="save($event)"
      (cancelled)="visas.forget(); cancelled.emit()"
      (reread)="changed.emit()"
    >
      <parc-visa-list [visas]="visas()" (changed)="visas.set($event)" />
      @if (odd().length > 0) {
        <parc-notice tone="waiting" heading="À vérifier sur l’acte" role="status">
          <ul>
            @for (sentence of odd(); track sentence) {
              <li>{{ sentence }}</li>
            }
          </ul>
          Vous pouvez enregistrer tel quel.
        </parc-notice>
      }
    </parc-step-form>
  `,
})
export class ActForm {
  readonly page = input.required<ConventionPage>();
  /** The act was recorded, and with it the approval when it was awaited. */
  readonly recorded = output<'act' | 'approval'>();
  readonly cancelled = output();
  /** The convention is no longer what the form was opened on. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly today = parisDateOf(new Date());
  protected readonly approves = computed(
    () => this.page().actions.includes('approve') && this.page().file?.deliberation === null,
  );
  protected readonly form = computed(() => {
    const form = actForm(this.page());
    return this.approves() ? { ...form, button: 'Enregistrer et approuver' } : form;
  });
  protected readonly values = linkedSignal<Values>(() => initialValues(this.form()));
  protected readonly visas = typed<readonly VisaDraft[]>({
    name: () => 'actes visés',
    initial: () => visaDrafts(this.page()),
  });
  protected readonly odd = computed(() => {
    const { kind, file } = this.page();
    const signedOn = (file?.signatures ?? []).map((signature) => signature.signedOn);
    return oddities(kind, this.values(), this.visas(), signedOn, this.today);
  });

  protected readonly saving = mutation(
    async (key, page: ConventionPage, values: Values, visas: readonly VisaDraft[], approves: boolean) => {
      const acted = await this.api.invoke(conventionStepsRecordAct, {
        ...onVersion(key, page.version),
        id: page.id,
        body: actRequest(values, visas),
      });
      if (!approves) return acted;
      return this.api.invoke(conventionMovesApprove, { ...onVersion(crypto.randomUUID(), acted.version), id: page.id });
    },
  );

  protected async save(values: Values): Promise<void> {
    const approves = this.approves();
    const saved = await this.saving.run(this.page(), values, this.visas(), approves);
    if (saved === null) return;
    this.visas.forget();
    this.recorded.emit(approves ? 'approval' : 'act');
  }
}
