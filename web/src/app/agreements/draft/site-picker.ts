import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, conventionsCandidateSites } from '@parc/api-client';
import { type ConventionKind, KINDS_WITH_PARTNER, CONVENTION_KINDS, searchFor } from '@parc/domain';
import { counted, StatePanel } from '@parc/ui';
import { ListSearch } from '../../shell/lists/list-search';
import { reading } from '../../shell/reading';
import type { SiteDraft } from './convention-draft';

interface Site {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly uai: string;
  readonly communeName: string;
  readonly covered: boolean;
}

/** From here on a list is searched rather than read. */
const SEARCHED_FROM = 12;

/** The schools a party signs for, ticked one by one or all at once, each with dates of its own when it needs them. */
@Component({
  selector: 'parc-site-picker',
  imports: [ListSearch, StatePanel],
  templateUrl: './site-picker.html',
  styleUrl: './site-picker.css',
})
export class SitePicker {
  readonly kind = input.required<ConventionKind>();
  /** Commune or body; empty for a framework, or as long as none is chosen. */
  readonly partyId = input('');
  readonly sites = input.required<readonly SiteDraft[]>();
  /** Named by the convention, though the party may no longer sign for them. */
  readonly known = input<readonly Omit<Site, 'communeName'>[]>([]);
  readonly changed = output<readonly SiteDraft[]>();

  private readonly api = inject(Api);
  protected readonly asksPartner = computed(() => KINDS_WITH_PARTNER.includes(this.kind()));
  protected readonly needsSites = computed(() => CONVENTION_KINDS[this.kind()].needsSites);
  protected readonly candidates = reading({
    asked: () => {
      const [kind, partyId] = [this.kind(), this.partyId()];
      if (!this.asksPartner()) return { kind };
      return partyId === '' ? undefined : { kind, partyId };
    },
    load: async (asked) => (await this.api.invoke(conventionsCandidateSites, asked)).items,
  });
  protected readonly search = signal('');

  private readonly all = computed<readonly Site[]>(() => {
    const candidates = this.candidates.value() ?? [];
    const found = new Set(candidates.map(({ schoolId }) => schoolId));
    const chosen = new Set(this.sites().map(({ schoolId }) => schoolId));
    const others = this.known().filter(({ schoolId }) => chosen.has(schoolId) && !found.has(schoolId));
    return [...candidates, ...others.map((site) => ({ ...site, communeName: 'ne relève plus de ce signataire' }))];
  });
  protected readonly searched = computed(() => this.all().length > SEARCHED_FROM);
  protected readonly rows = computed(() => {
    const isFound = searchFor(this.search());
    const drafts = new Map(this.sites().map((site) => [site.schoolId, site]));
    return this.all()
      .filter(({ schoolName, communeName, uai }) => isFound(`${schoolName} ${communeName} ${uai}`))
      .map((site) => ({ site, draft: drafts.get(site.schoolId) ?? null }));
  });
  protected readonly allTicked = computed(() => this.rows().every(({ draft }) => draft !== null));
  protected readonly title = computed(() =>
    this.sites().length === 0 ? 'Écoles' : counted(this.sites().length, 'école nommée', 'écoles nommées'),
  );
  /** Rows whose own dates are open although they are still empty. */
  private readonly dated = signal<ReadonlySet<string>>(new Set());

  protected toggle(schoolId: string): void {
    const kept = this.sites().filter((site) => site.schoolId !== schoolId);
    const ticked = kept.length === this.sites().length;
    this.changed.emit(ticked ? [...kept, { schoolId, fromDay: '', toDay: '' }] : kept);
  }

  protected toggleAll(): void {
    const inSight = new Set(this.rows().map(({ site }) => site.schoolId));
    const others = this.sites().filter(({ schoolId }) => !inSight.has(schoolId));
    if (this.allTicked()) return this.changed.emit(others);
    const all = this.rows().map(({ site, draft }) => draft ?? { schoolId: site.schoolId, fromDay: '', toDay: '' });
    this.changed.emit([...others, ...all]);
  }

  protected hasDates({ schoolId, fromDay, toDay }: SiteDraft): boolean {
    return fromDay !== '' || toDay !== '' || this.dated().has(schoolId);
  }

  protected openDates(schoolId: string): void {
    this.dated.update((open) => new Set([...open, schoolId]));
  }

  protected date(schoolId: string, change: Partial<SiteDraft>): void {
    this.changed.emit(this.sites().map((site) => (site.schoolId === schoolId ? { ...site, ...change } : site)));
  }
}
