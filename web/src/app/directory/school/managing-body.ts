import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { anewWith } from '../../shell/anew';
import {
  Api,
  type ManagingBodyAnswer,
  managingBodiesAssign,
  managingBodiesCreate,
  managingBodiesList,
  type SchoolPage,
} from '@parc/api-client';
import { Choice, ConfirmDialog, Control, Field, Icon, Notice, type PickerOption, SearchPicker, Toasts } from '@parc/ui';
import { BODY_KINDS, bodyKindsFor, kindChoices, type BodyKind } from '@parc/domain';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { bodyOptions } from './managing-body-words';

/** Who runs a school that no commune runs; whoever keeps the directory picks, makes or clears it here. */
@Component({
  selector: 'parc-managing-body',
  imports: [Choice, ConfirmDialog, Control, Field, Icon, Notice, NgTemplateOutlet, ResumedNote, SearchPicker],
  templateUrl: './managing-body.html',
  styleUrl: './managing-body.css',
})
export class ManagingBody {
  readonly school = input.required<SchoolPage>();
  /** The reader keeps the directory. */
  readonly writes = input(false);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  /** Another version of the school closes what was open: it was about what is no longer so. */
  protected readonly writing = anewWith<'picking' | 'creating' | null>(
    () => `${this.school().id} ${this.school().version}`,
    () => null,
  );
  private readonly reading = reading({
    asked: () => (this.writing() === null ? undefined : true),
    load: async () => (await this.api.invoke(managingBodiesList)).items,
  });
  private readonly bodies = computed<readonly ManagingBodyAnswer[]>(() => this.reading.value() ?? []);
  protected readonly failed = this.reading.failed;
  protected readonly loading = this.reading.loading;
  private readonly possible = computed(() => bodyKindsFor(this.school()));
  protected readonly kinds = computed(() =>
    kindChoices(BODY_KINDS).filter(({ value }) => this.possible().includes(value)),
  );
  protected readonly query = signal('');
  protected readonly options = computed(() => bodyOptions(this.bodies(), this.possible(), this.query()));
  protected readonly picked = signal<PickerOption | null>(null);
  protected readonly name = typed({ name: () => `organisme ${this.school().id}`, initial: () => '' });
  protected readonly kind = linkedSignal<BodyKind>(() => this.possible()[0]!);
  /** An answer is missing; said once the form was sent. */
  protected readonly missing = signal(false);

  private readonly making = mutation((key, kind: BodyKind, name: string) =>
    this.api.invoke(managingBodiesCreate, { 'Idempotency-Key': key, body: { kind, name } }),
  );
  private readonly assigning = mutation((key, { id, version }: SchoolPage, managingBodyId: string | null) =>
    this.api.invoke(managingBodiesAssign, { ...onVersion(key, version), id, body: { managingBodyId } }),
  );
  protected readonly pending = computed(() => this.making.pending() || this.assigning.pending());
  protected readonly problem = computed(() => this.making.problem() ?? this.assigning.problem());

  protected open(writing: 'picking' | 'creating'): void {
    this.forget();
    this.writing.set(writing);
  }

  protected close(): void {
    this.forget();
    this.name.set('');
    this.writing.set(null);
  }

  protected pick(option: PickerOption | null): void {
    this.assigning.forget();
    this.picked.set(option);
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const picked = this.picked();
    this.missing.set(picked === null);
    if (picked !== null) await this.give(picked.id, `${picked.label} gère cette école`);
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.missing.set(name === '');
    if (name === '') return;
    const made = await this.making.run(this.kind(), name);
    if (made === null) return;
    // Made and not given: it is picked, so that only the giving is tried again.
    this.reading.reload();
    this.picked.set({ id: made.id, label: name });
    this.writing.set('picking');
    await this.give(made.id, `${name} est créé et gère cette école`);
  }

  protected async clear(dialog: ConfirmDialog): Promise<void> {
    this.forget();
    await this.give(null, 'L’école n’a plus d’organisme de gestion');
    dialog.close();
  }

  protected reread(): void {
    this.close();
    this.changed.emit();
  }

  private async give(managingBodyId: string | null, done: string): Promise<void> {
    if ((await this.assigning.run(this.school(), managingBodyId)) === null) return;
    this.toasts.say(done);
    this.changed.emit();
    this.close();
  }

  /** Of the picked one and of what was refused; a name that is being written stays until it is given up. */
  private forget(): void {
    this.making.forget();
    this.assigning.forget();
    this.missing.set(false);
    this.picked.set(null);
    this.query.set('');
  }
}
