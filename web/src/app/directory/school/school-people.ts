import { Component, computed, inject, input, output } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Api, deputiesEnd, deputiesList, deputiesName, type DeputyAnswer, type SchoolPage } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { ConfirmDialog, dayOfYear, Icon, Notice, StateChip, Toasts } from '@parc/ui';
import { type Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { deputyForm, deputyRequest, headsOf, periodWords } from './deputy-form';

/** Who answers for the school, and who stands in for its head, with dates; the head names and ends deputies here. */
@Component({
  selector: 'parc-school-people',
  imports: [ConfirmDialog, Icon, Notice, StateChip, StepForm],
  templateUrl: './school-people.html',
  styleUrl: './school-people.css',
})
export class SchoolPeople {
  readonly school = input.required<SchoolPage>();
  /** The reader may be one who names deputies; the list says whether here and now. */
  readonly asksDeputies = input(false);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());

  protected readonly reading = reading({
    asked: () => (this.asksDeputies() ? this.school().id : undefined),
    load: (id) => this.api.invoke(deputiesList, { id }),
  });
  protected readonly list = this.reading.current;
  /** A school whose deputies somebody else names answers as an absent one: nothing is missing then. */
  protected readonly failed = computed(() => {
    const problem = this.reading.failed();
    return problem?.status === 404 ? null : problem;
  });
  protected readonly heads = computed(() => headsOf(this.school().people, this.list()?.items ?? null));
  protected readonly deputies = computed(() => this.list()?.items ?? []);
  protected readonly mayName = computed(() => this.list()?.mayName ?? false);
  protected readonly noCandidate = computed(() => this.mayName() && this.list()?.candidates.length === 0);

  protected readonly naming = anewWith<boolean>(
    () => this.school().id,
    () => false,
  );
  protected readonly form = computed(() => {
    const list = this.list();
    return this.naming() && list !== null ? deputyForm(list, this.today) : null;
  });
  protected readonly leaving = anewWith<DeputyAnswer | null>(
    () => this.school().id,
    () => null,
  );

  protected readonly sending = mutation((key, values: Values) =>
    this.api.invoke(deputiesName, { 'Idempotency-Key': key, id: this.school().id, body: deputyRequest(values) }),
  );
  protected readonly ending = mutation((key, deputy: DeputyAnswer) =>
    this.api.invoke(deputiesEnd, { 'Idempotency-Key': key, id: deputy.id }),
  );

  protected readonly period = periodWords;
  protected readonly dayOf = dayOfYear;

  protected open(): void {
    this.sending.forget();
    this.naming.set(true);
  }

  protected readAgain(): void {
    this.sending.forget();
    this.naming.set(false);
    this.reading.reload();
    this.changed.emit();
  }

  protected async name(values: Values): Promise<void> {
    const named = this.list()?.candidates.find(({ accountId }) => accountId === values['accountId']);
    if ((await this.sending.run(values)) === null) return;
    this.toasts.say(`${named?.name ?? 'L’adjoint'} est désigné. Un courriel le lui dit.`);
    this.readAgain();
  }

  protected async end(dialog: ConfirmDialog): Promise<void> {
    const deputy = this.leaving();
    const done = deputy === null ? null : await this.ending.run(deputy);
    dialog.close();
    if (done === null || deputy === null) return;
    this.toasts.say(`${deputy.name} n’est plus adjoint`);
    this.readAgain();
  }
}
