import { Component, computed, effect, inject } from '@angular/core';
import { Api, certificatesOwnCertificates, type CertificateItem } from '@parc/api-client';
import { HOUR_CATEGORIES, minutesWords, YEARLY_TRAINING_MINUTES } from '@parc/domain';
import {
  Cell,
  type ChipWords,
  countedRows,
  DataTable,
  day,
  dayOfYear,
  Icon,
  StateChip,
  StatePanel,
  type TableColumn,
} from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** One's own certificates, and the hours of the year. */
@Component({
  selector: 'parc-certificates-page',
  imports: [Cell, DataTable, Icon, ProblemPanel, StateChip, StatePanel],
  templateUrl: './certificates-page.html',
  styleUrl: '../../shell/lists/list.css',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }

    .hours {
      display: grid;
      gap: 0.5rem;
      max-width: 44rem;
    }

    progress {
      width: 100%;
      accent-color: var(--primary);
    }
  `,
})
export class CertificatesPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly read = reading({ load: () => this.api.invoke(certificatesOwnCertificates, {}) });
  protected readonly title = computed(() => {
    const items = this.read.value()?.items ?? [];
    const valid = items.filter(({ revokedAt }) => revokedAt === null).length;
    return this.read.value() === null
      ? 'Mes attestations'
      : countedRows(valid, 'attestation valable', 'attestations valables');
  });
  protected readonly yearly = YEARLY_TRAINING_MINUTES;
  protected readonly columns: readonly TableColumn<CertificateItem>[] = [
    { key: 'module', label: 'Formation', width: '38%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'hours', label: 'Présence' },
    { key: 'counts', label: 'Dans les 18 h' },
    { key: 'document', label: 'Document' },
  ];
  protected readonly rowKey = ({ id }: CertificateItem): string => id;
  protected readonly rowName = ({ number, moduleTitle }: CertificateItem): string => `${number}, ${moduleTitle}`;
  protected readonly minutes = minutesWords;
  protected readonly countedWords = (minutes: number): string =>
    minutes === 0 ? 'Aucune heure comptée' : `${minutesWords(minutes)} comptées`;
  protected readonly dayOf = dayOfYear;
  protected readonly documentOf = ({ id }: CertificateItem): string => `/api/v1/training-certificates/${id}/document`;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected stateOf({ revokedAt }: CertificateItem): ChipWords {
    return revokedAt === null
      ? { tone: 'done', icon: 'check', word: 'Valable' }
      : { tone: 'idle', icon: 'cross', word: `Remplacée le ${day(revokedAt)}` };
  }

  protected countsWords({ counts, category }: CertificateItem): string {
    if (counts === null) return 'Pas encore dit';
    return counts ? `Oui, ${HOUR_CATEGORIES[category!].word.toLowerCase()}` : 'Non';
  }
}
