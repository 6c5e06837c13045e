import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  fleetImportsList,
  fleetImportsUpload,
  type FleetImportItem,
  type FleetImportPage,
} from '@parc/api-client';
import { Cell, DataTable, DayPipe, Pager, StateChip, StatePanel, type TableColumn } from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { FileDrop } from '../../shell/files/file-drop';
import { fileReason, fileSending } from '../../shell/files/sent-file';
import { countsWords, importsTitle, kindTitle } from './fleet-import-words';

/** A list of existing devices to bring in, and every one that was sent before. */
@Component({
  selector: 'parc-fleet-imports',
  imports: [Cell, DataTable, DayPipe, FileDrop, Pager, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './fleet-imports.html',
  styleUrl: '../../shell/lists/list.css',
})
export class FleetImportsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly send = fileSending();
  protected readonly address = listAddress();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly page = computed(() => readPage(this.address.words()['page']));
  protected readonly reading = listReading(
    () => ({ page: this.page(), size: PAGE_SIZE }),
    (asked) => this.api.invoke(fleetImportsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Reprendre un parc existant' : importsTitle(this.reading.total()),
  );
  protected readonly sending = mutation((key, file: File) =>
    this.send<FleetImportPage>(key, fleetImportsUpload.PATH, file),
  );
  protected readonly reason = computed(() => fileReason(this.sending.problem()));

  protected readonly columns: readonly TableColumn<FleetImportItem>[] = [
    { key: 'file', label: 'Fichier', card: 'title' },
    { key: 'outcome', label: 'Résultat' },
    { key: 'uploaded', label: 'Déposé' },
    { key: 'state', label: 'État', card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: FleetImportItem): string => row.id;
  protected readonly rowName = (row: FleetImportItem): string => row.fileName;
  protected readonly kind = kindTitle;
  protected readonly counts = countsWords;
  protected readonly WAITING = { word: 'À relire', tone: 'waiting', icon: 'clock' } as const;
  protected readonly APPLIED = { word: 'Importé', tone: 'done', icon: 'check' } as const;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected async take(file: File): Promise<void> {
    const list = await this.sending.run(file);
    if (list !== null) this.open(list);
  }

  protected open({ id }: Pick<FleetImportItem, 'id'>): void {
    void this.router.navigate(['/parc/imports', id]);
  }
}
