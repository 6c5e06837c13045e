import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  deliveriesPage,
  deliveriesReceive,
  deliveriesUndo,
  type DeliveryListPage,
  type DeliveryReceipt,
  type HandReceivedDevice,
} from '@parc/api-client';
import {
  ConfirmDialog,
  CountedPipe,
  counted,
  DayPipe,
  Icon,
  MoneyPipe,
  Notice,
  type PickerOption,
  StatePanel,
  Toasts,
} from '@parc/ui';
import { anewWith } from '../../shell/anew';
import type { Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ScanButton } from '../../shell/scan/scan-button';
import { handForm, handReceived, withSerial } from './delivery-forms';
import { deliveryTitle, modelWords, noteWords, receiptWords } from './delivery-words';
import { ListDrop } from './list-drop';
import { ModelPicker } from './model-picker';

/** One delivery: what came with it, what is missing, the lists that wait, and how more of it comes in. */
@Component({
  selector: 'parc-delivery-page',
  imports: [
    ConfirmDialog,
    CountedPipe,
    DayPipe,
    Icon,
    ListDrop,
    ModelPicker,
    MoneyPipe,
    Notice,
    ProblemPanel,
    RouterLink,
    ScanButton,
    StatePanel,
    StepForm,
  ],
  templateUrl: './delivery-page.html',
  styleUrl: './delivery-page.css',
})
export class DeliveryPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly mayWrite = may('deliveries.write');
  protected readonly prints = may('labels.print');

  protected readonly delivery = reading({
    asked: () => ({ id: this.id() }),
    load: (asked) => this.api.invoke(deliveriesPage, asked),
  });
  private readonly page = this.delivery.value;
  protected readonly title = computed(() => (this.page() === null ? 'Livraison' : deliveryTitle(this.page()!)));
  protected readonly further = signal({ noteNumber: '', deliveredOn: '' });

  protected readonly byHand = signal(false);
  protected readonly model = anewWith<PickerOption | null>(
    () => `${this.page()?.id} ${this.byHand()}`,
    () => null,
  );
  protected readonly handForm = computed(() => {
    const model = this.model();
    return model && handForm(this.id(), model.label);
  });
  protected readonly receiving = mutation((key, id: string, devices: HandReceivedDevice[]) =>
    this.api.invoke(deliveriesReceive, { 'Idempotency-Key': key, id, body: { devices } }),
  );

  /** The receipt that is about to be undone. */
  private undone: DeliveryReceipt | null = null;
  protected readonly undoing = mutation((key, id: string, receiptId: string) =>
    this.api.invoke(deliveriesUndo, { 'Idempotency-Key': key, id, receiptId }),
  );
  /** Which devices have moved, where that is why. */
  protected readonly whyNot = computed(() => {
    const problem = this.undoing.problem();
    return problem === null ? '' : [problem.sentence, ...problem.fields.map(({ message }) => message)].join(' ');
  });

  protected readonly note = noteWords;
  protected readonly withSerial = withSerial;
  protected readonly seen = (received: number): string =>
    received === 1 ? 'Voir l’appareil' : `Voir les ${counted(received, 'appareil', 'appareils')}`;
  protected readonly models = modelWords;
  protected readonly receipt = receiptWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.page() === null ? 'Livraison' : `Livraison ${this.page()!.noteNumber}`));
  }

  protected say(name: 'noteNumber' | 'deliveredOn', value: string): void {
    this.further.update((note) => ({ ...note, [name]: value }));
  }

  protected open(list: Pick<DeliveryListPage, 'id'>): void {
    void this.router.navigate(['/parc/livraisons', this.id(), 'listes', list.id]);
  }

  protected async receive(values: Values): Promise<void> {
    const model = this.model();
    if (model === null) return;
    const received = await this.receiving.run(this.id(), handReceived(values, model.id));
    if (received === null) return;
    this.toasts.say(`${counted(received.tags.length, 'appareil est entré', 'appareils sont entrés')} en stock`);
    this.byHand.set(false);
    this.delivery.reload();
  }

  protected ask(receipt: DeliveryReceipt, dialog: ConfirmDialog): void {
    this.undoing.forget();
    this.undone = receipt;
    dialog.open();
  }

  protected async undo(dialog: ConfirmDialog): Promise<void> {
    if (this.undone === null) return;
    const answer = await this.undoing.run(this.id(), this.undone.id);
    dialog.close();
    if (answer !== null) this.toasts.say('Réception annulée');
    this.delivery.reload();
  }
}
