import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Api, labelsPreview, labelsSheets } from '@parc/api-client';
import { LABEL_FORMAT_NAMES, LABEL_FORMATS, type LabelFormatName, labelsOnPage } from '@parc/domain';
import { Control, counted, Field, Icon, StatePanel, Stepper } from '@parc/ui';
import { anewWith } from '../../shell/anew';
import { remembered } from '../../shell/kept/remembered';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import {
  afterPrinting,
  FIRST_PRINTER,
  isPrinter,
  type LabelsAsked,
  nextPlace,
  type Printer,
  printWords,
  sheetsAddress,
} from './label-print';
import { LabelSheet } from './label-sheet';

/** Labels before they are printed: whose, on what, from which place of a sheet that was begun. */
@Component({
  selector: 'parc-labels-page',
  imports: [Control, Field, Icon, LabelSheet, ProblemPanel, StatePanel, Stepper],
  templateUrl: './labels-page.html',
  styleUrl: './labels-page.css',
})
export class LabelsPage {
  /** Of the address: ids of devices with commas between, a school and one of its rooms, or a delivery. */
  readonly appareils = input<string>();
  readonly ecole = input<string>();
  readonly salle = input<string>();
  readonly livraison = input<string>();

  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  private readonly printer = remembered<Printer>('etiquettes', isPrinter, FIRST_PRINTER);

  protected readonly formats = LABEL_FORMAT_NAMES.map((name) => ({ name, word: LABEL_FORMATS[name].word }));
  protected readonly format = computed(() => this.printer().format);
  protected readonly onPage = computed(() => labelsOnPage(this.format()));
  /** Where the first label goes; what was printed here before says where the sheet goes on. */
  protected readonly start = anewWith<number>(this.format, () => nextPlace(this.printer(), this.format()));
  /** With each chosen case, what lies in it. */
  protected readonly contents = signal(false);
  private readonly asked = computed<LabelsAsked | null>(() => {
    const [ids, schoolId, roomId] = [this.appareils(), this.ecole(), this.salle()];
    if (ids !== undefined) return { ids: [ids], ...(this.contents() ? { contents: true } : {}) };
    const deliveryId = this.livraison();
    if (deliveryId !== undefined) return { deliveryId };
    if (schoolId === undefined) return null;
    return { schoolId, ...(roomId === undefined ? {} : { roomId }) };
  });
  protected readonly ofDevices = computed(() => this.appareils() !== undefined);
  protected readonly labels = reading({
    asked: () => this.asked() ?? undefined,
    load: (asked) => this.api.invoke(labelsPreview, asked),
    keepsFormer: true,
  });
  protected readonly none = computed(() => this.asked() === null || this.labels.value()?.total === 0);
  protected readonly title = computed(() => {
    const total = this.labels.value()?.total ?? 0;
    return total === 0 ? 'Étiquettes' : `${counted(total, 'étiquette', 'étiquettes')} à imprimer`;
  });
  protected readonly printWords = computed(() =>
    printWords(this.format(), this.labels.value()?.total ?? 0, this.start()),
  );
  protected readonly address = computed(() =>
    sheetsAddress(this.api.rootUrl + labelsSheets.PATH, this.asked() ?? {}, this.format(), this.start()),
  );

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected choose(format: string): void {
    this.printer.update(({ next }) => ({ format: format as LabelFormatName, next }));
  }

  /** The sheet in sight stays as it is, to be printed again; the next ones go on after it. */
  protected printed(): void {
    const labels = this.labels.value()?.total ?? 0;
    this.printer.update((printer) => afterPrinting(printer, { labels, start: this.start() }));
  }
}
