import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, type SoftwareInstallationItem, softwareInstallationsList } from '@parc/api-client';
import { countedRows, Pager } from '@parc/ui';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { sinceWords, whereWords } from './software-words';

const SHOWN = 20;

/** Where a title stands, the latest first. */
@Component({
  selector: 'parc-installation-card',
  imports: [Pager, ProblemPanel, RouterLink],
  templateUrl: './installation-card.html',
  styleUrls: ['./card-rows.css', './looks.css'],
})
export class InstallationCard {
  readonly titleId = input.required<string>();
  readonly free = input.required<boolean>();
  readonly written = input.required<number>();
  readonly pending = input(false);
  readonly removed = output<SoftwareInstallationItem>();

  private readonly api = inject(Api);
  protected readonly removes = may('software.install');
  protected readonly page = signal(1);
  protected readonly size = SHOWN;
  protected readonly installations = reading({
    asked: () => ({ titleId: this.titleId(), page: this.page(), size: SHOWN, written: this.written() }),
    load: ({ titleId, page, size }) => this.api.invoke(softwareInstallationsList, { titleId, page, size }),
    keepsFormer: true,
  });

  protected readonly where = whereWords;
  protected readonly since = sinceWords;
  protected readonly title = (total: number): string =>
    total === 0 ? 'Installé nulle part' : `Installé à ${countedRows(total, 'endroit', 'endroits')}`;
}
