import { Component, computed, input, output } from '@angular/core';
import type { ImportAnswer } from '@parc/api-client';
import { counted, wholeNumber } from '@parc/ui';
import { IMPORT_KIND_WORDS } from './import-kinds';

/** What a person looks at: one counter at a time. */
export type ImportView = 'created' | 'changed' | 'refused' | 'ignored' | 'missing';

interface Counter {
  readonly key: string;
  /** Null when nothing more is told of it. */
  readonly view: ImportView | null;
  readonly count: string;
  readonly label: string;
  readonly note: string;
  readonly apart: boolean;
}

/** Where each row of the file went: the numbers add up to the file; what the file does not name stands apart. */
@Component({
  selector: 'parc-import-counters',
  template: `
    <ul>
      @for (counter of counters(); track counter.key) {
        <li [class.apart]="counter.apart">
          @if (counter.view; as view) {
            <button type="button" [attr.aria-pressed]="view === chosen()" (click)="chose.emit(view)">
              <strong class="count">{{ counter.count }}</strong>
              <span
                ><b>{{ counter.label }}</b> <span class="muted small">{{ counter.note }}</span></span
              >
            </button>
          } @else {
            <div class="still">
              <strong class="count">{{ counter.count }}</strong>
              <span
                ><b>{{ counter.label }}</b> <span class="muted small">{{ counter.note }}</span></span
              >
            </div>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './import-counters.css',
})
export class ImportCounters {
  readonly import = input.required<ImportAnswer>();
  readonly chosen = input.required<ImportView>();
  readonly chose = output<ImportView>();

  protected readonly counters = computed<readonly Counter[]>(() => {
    const { kind, counts, state } = this.import();
    const { row, missing } = IMPORT_KIND_WORDS[kind];
    const done = state === 'applied';
    const es = row.feminine ? 'es' : 's';
    const one = (key: string, view: ImportView | null, count: number, label: string, note: string, apart = false) => ({
      key,
      view: count > 0 ? view : null,
      count: wholeNumber(count),
      label,
      note,
      apart,
    });
    const counters = [
      one('created', 'created', counts.created, done ? `Créé${es}` : 'À créer', row.many),
      one(
        'changed',
        'changed',
        counts.changed,
        done ? `Modifié${es}` : 'À modifier',
        counted(counts.changedFields, 'champ'),
      ),
      one('unchanged', null, counts.unchanged, `Inchangé${es}`, 'déjà à jour'),
      one('refused', 'refused', counts.refused, 'Refusées', 'lignes à corriger'),
    ];
    if (counts.ignored > 0)
      counters.push(one('ignored', 'ignored', counts.ignored, 'Laissées de côté', 'hors du plan'));
    const apart = missing.feminine ? 'Absentes' : 'Absents';
    return [...counters, one('missing', 'missing', counts.missing, apart, 'pas dans le fichier', true)];
  });
}
