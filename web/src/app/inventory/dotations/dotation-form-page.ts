import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  type DotationPreview,
  type DotationPreviewSchool,
  dotationsPrepare,
  dotationsPreview,
  kitRead,
  schoolsCommunes,
} from '@parc/api-client';
import { CountedPipe, Notice, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import type { Values } from '../../shell/forms/fields';
import { anewWith } from '../../shell/anew';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { dotationForm, dotationRequest, previewAsked, shareOf, sumOf, type Written } from './dotation-form';
import { gapWords } from './dotation-words';

/** A dotation that is composed: what there is, who would have how many of it, and each line written otherwise if need be. */
@Component({
  selector: 'parc-dotation-form-page',
  imports: [CountedPipe, FormPage, Notice, ProblemPanel],
  templateUrl: './dotation-form-page.html',
  styleUrl: './dotation-form-page.css',
})
export class DotationFormPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  private readonly needed = reading({
    load: async () => ({
      kit: await this.api.invoke(kitRead),
      communes: (await this.api.invoke(schoolsCommunes)).items,
    }),
  });
  protected readonly failed = this.needed.failed;
  private readonly values = signal<Values>({});
  protected readonly form = computed(() => {
    const needed = this.needed.value();
    return needed && dotationForm(needed.kit, needed.communes, this.values()['groupId'] ?? '');
  });
  private readonly asked = computed(() => previewAsked(this.values()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly preview = reading({
    asked: () => this.asked(),
    load: (asked): Promise<DotationPreview> => this.api.invoke(dotationsPreview, asked),
    keepsFormer: true,
  });
  /** Lines that were written otherwise: of this preview alone. */
  private readonly written = anewWith<Written>(
    () => JSON.stringify(this.asked()),
    () => ({}),
  );
  protected readonly items = computed(() => this.preview.value()?.items ?? []);
  protected readonly served = computed(() => this.items().filter(({ share }) => share > 0));
  protected readonly others = computed(() => this.items().filter(({ share }) => share === 0));
  protected readonly sum = computed(() => sumOf(this.items(), this.written()));
  protected readonly quantity = computed(() => this.asked()?.quantity ?? 0);

  protected readonly saving = mutation((key, values: Values, items: DotationPreview['items'], written: Written) =>
    this.api.invoke(dotationsPrepare, { 'Idempotency-Key': key, body: dotationRequest(values, items, written) }),
  );

  protected readonly gap = gapWords;
  /** What it would still lack. */
  protected readonly left = (school: DotationPreviewSchool): number =>
    Math.max(school.asked - school.counted - this.share(school), 0);
  protected readonly share = (school: DotationPreviewSchool): number => shareOf(school, this.written());

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Préparer une dotation'));
  }

  protected type(values: Values): void {
    this.values.set(values);
  }

  protected writeLine({ id }: DotationPreviewSchool, typed: string): void {
    const quantity = Number(typed);
    if (!Number.isInteger(quantity) || quantity < 0) return;
    this.written.update((written) => ({ ...written, [id]: quantity }));
  }

  protected async save(values: Values): Promise<void> {
    if (this.asked() === undefined) return;
    const saved = await this.saving.run(values, this.items(), this.written());
    if (saved === null) return;
    this.toasts.say('Dotation préparée : rien n’est encore demandé aux écoles');
    await this.router.navigate(['/parc/dotations', saved.id]);
  }

  protected reread(): void {
    this.saving.forget();
    this.needed.reload();
    this.preview.reload();
  }

  protected leave(): void {
    void this.router.navigate(['/parc/dotations']);
  }
}
