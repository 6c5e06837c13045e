import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  type ConventionPage,
  conventionsPage,
  conventionsParties,
  conventionStepsCreate,
  conventionStepsWrite,
} from '@parc/api-client';
import { type ConventionKind, CONVENTION_KINDS, PARTNERS, USUAL_CONVENTION } from '@parc/domain';
import { Notice, Toasts } from '@parc/ui';
import type { Values } from '../../shell/forms/fields';
import { FormPage } from '../../shell/forms/form-page';
import { together, typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { lockedWords } from '../page/convention-words';
import {
  conventionForm,
  conventionRequest,
  type PromiseDraft,
  proposedTitle,
  type SiteDraft,
  siteDrafts,
} from './convention-draft';
import { PromiseList } from './promise-list';
import { SitePicker } from './site-picker';

const NO_PROMISES: readonly PromiseDraft[] = [
  { party: 'metropole', text: '' },
  { party: 'partner', text: '' },
];

/** Drafts a convention, or rewrites one that is still a draft: party, term, promises, schools. */
@Component({
  selector: 'parc-convention-form-page',
  imports: [FormPage, Notice, PromiseList, RouterLink, SitePicker],
  template: `
    @if (locked(); as words) {
      <div class="page-head">
        <h1>{{ page()?.title }}</h1>
      </div>
      <parc-notice tone="idle" [heading]="words">
        <a [routerLink]="['/conventions', id()]">Revenir à la convention {{ page()?.number }}</a>
      </parc-notice>
    } @else {
      <parc-form-page
        [heading]="title()"
        text="Rien ne part tant que vous ne la transmettez pas."
        [failed]="failed()"
        [form]="form()"
        [saving]="saving"
        (typed)="follow($event)"
        (sent)="save($event)"
        (cancelled)="leave()"
        (reread)="reread()"
      >
        <parc-promise-list [promises]="promises()" [partyName]="partyName()" (changed)="promises.set($event)" />
        <parc-site-picker
          [kind]="kind()"
          [partyId]="partyId()"
          [sites]="sites()"
          [known]="page()?.sites ?? []"
          (changed)="sites.set($event)"
        />
      </parc-form-page>
    }
  `,
})
export class ConventionFormPage {
  /** The draft to rewrite; none for a new one. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly formPage = viewChild(FormPage);

  private readonly read = reading({
    asked: () => ({ id: this.id() ?? null }),
    load: async ({ id }) => {
      const [page, parties] = await Promise.all([
        id === null ? null : this.api.invoke(conventionsPage, { id }),
        this.api.invoke(conventionsParties),
      ]);
      return { page, parties: parties.items };
    },
  });
  protected readonly failed = this.read.failed;
  protected readonly page = computed(() => this.read.value()?.page ?? null);
  /** Why the convention of the address is no longer one to write. */
  protected readonly locked = computed(() => (this.page() === null ? null : lockedWords(this.page()!)));
  private readonly parties = computed(() => this.read.value()?.parties ?? []);

  protected readonly kind = typed<ConventionKind>({
    name: () => 'nature',
    initial: () => this.page()?.kind ?? USUAL_CONVENTION,
  });
  protected readonly partyId = typed({
    name: () => 'signataire',
    initial: () => this.page()?.communeId ?? this.page()?.managingBodyId ?? '',
  });
  protected readonly promises = typed<readonly PromiseDraft[]>({
    name: () => 'engagements',
    initial: () => {
      const written = this.page()?.file?.promises ?? [];
      return written.length === 0 ? NO_PROMISES : written;
    },
  });
  protected readonly sites = typed<readonly SiteDraft[]>({
    name: () => 'écoles',
    initial: () => (this.page() ? siteDrafts(this.page()!) : []),
  });
  private readonly beside = together(this.kind, this.partyId, this.promises, this.sites);
  protected readonly partyName = computed(
    () =>
      PARTNERS[CONVENTION_KINDS[this.kind()].partner].name ??
      this.parties().find(({ id }) => id === this.partyId())?.name ??
      '',
  );
  protected readonly form = computed(() =>
    this.read.value() ? conventionForm(this.page(), this.parties(), this.kind()) : null,
  );
  protected readonly title = computed(() => {
    if (this.id() === undefined) return 'Préparer une convention';
    const number = this.page()?.number ?? 'la convention';
    return this.locked() === null ? `Modifier ${number}` : `Convention ${number}`;
  });

  protected readonly saving = mutation(
    (
      key,
      page: ConventionPage | null,
      values: Values,
      promises: readonly PromiseDraft[],
      sites: readonly SiteDraft[],
    ) => {
      const body = conventionRequest(values, promises, sites);
      return page === null
        ? this.api.invoke(conventionStepsCreate, { 'Idempotency-Key': key, body })
        : this.api.invoke(conventionStepsWrite, { ...onVersion(key, page.version), id: page.id, body });
    },
  );

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  /** Another kind or party brings its own schools, and its title as long as nobody wrote one. */
  protected follow(values: Values): void {
    const kind = values['kind'] as ConventionKind;
    const partyId = kind === this.kind() ? (values['partyId'] ?? '') : '';
    if (kind === this.kind() && partyId === this.partyId()) return;
    const formerTitle = proposedTitle(this.kind(), this.partyName());
    const former = kind !== this.kind() && values['partyId'] !== '';
    this.kind.set(kind);
    this.partyId.set(partyId);
    this.sites.set([]);
    const title = values['title']?.trim() ?? '';
    const follows = title === '' || title === formerTitle;
    this.formPage()?.patch({
      ...(former ? { partyId: '' } : {}),
      ...(follows ? { title: proposedTitle(kind, this.partyName()) } : {}),
    });
  }

  protected async save(values: Values): Promise<void> {
    const saved = await this.saving.run(this.page(), values, this.promises(), this.sites());
    if (saved === null) return;
    this.beside.forget();
    this.toasts.say('Brouillon de convention enregistré');
    await this.router.navigate(['/conventions', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.read.reload();
  }

  protected leave(): void {
    this.beside.forget();
    const id = this.id();
    void this.router.navigate(id === undefined ? ['/conventions'] : ['/conventions', id]);
  }
}
