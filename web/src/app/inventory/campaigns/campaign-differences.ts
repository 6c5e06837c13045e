import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  campaignDifferencesResolve,
  campaignsDifferences,
  type DifferenceItem,
  type ResolutionRequest,
} from '@parc/api-client';
import { CAMPAIGN_PART_STATES, DIFFERENCES, FINDINGS, RESOLUTIONS, type Finding, type Resolution } from '@parc/domain';
import {
  type ChipWords,
  type FilterChip,
  FilterChips,
  Icon,
  Notice,
  Pager,
  type PickerOption,
  StateChip,
  StatePanel,
  Toasts,
} from '@parc/ui';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { KeptPhotos } from '../../shell/kept-photos';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ModelPicker } from '../deliveries/model-picker';
import { foundPhotos } from './found-photos';
import { createForm, createdRequest } from './create-form';
import { differenceWords, offeredResolutions, resolvedWords } from './campaign-words';

const SIZE = 50;

/** What was found different in a campaign: each is resolved by one tap, what nobody knows by its model. */
@Component({
  selector: 'parc-campaign-differences',
  imports: [
    FilterChips,
    Icon,
    KeptPhotos,
    ModelPicker,
    Notice,
    Pager,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
  ],
  templateUrl: './campaign-differences.html',
  styleUrl: './campaign-differences.css',
})
export class CampaignDifferencesView {
  readonly campaignId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly mayWrite = may('campaigns.write');
  protected readonly size = SIZE;

  protected readonly finding = signal<Finding | null>(null);
  protected readonly open = signal<'oui' | 'non' | null>('oui');
  protected readonly page = signal(1);
  protected readonly list = reading({
    asked: () => ({ id: this.campaignId(), finding: this.finding(), open: this.open(), page: this.page() }),
    load: ({ id, finding, open, page }) =>
      this.api.invoke(campaignsDifferences, {
        ...{ id, page, size: SIZE },
        ...(finding === null ? {} : { finding }),
        ...(open === null ? {} : { open: open === 'oui' }),
      }),
    keepsFormer: true,
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      id: 'open',
      label: 'Suite',
      value: this.open(),
      options: [
        { value: 'oui', label: 'À régler' },
        { value: 'non', label: 'Réglés' },
      ],
    },
    {
      id: 'finding',
      label: 'Constat',
      value: this.finding(),
      options: DIFFERENCES.map((finding) => ({ value: finding, label: FINDINGS[finding].word })),
    },
  ]);

  /** What is about to be added to the plan, and its model. */
  protected readonly created = signal<DifferenceItem | null>(null);
  protected readonly model = signal<PickerOption | null>(null);
  protected readonly createForm = computed<FormSpec | null>(() => {
    const [difference, model] = [this.created(), this.model()];
    return difference && model && createForm(difference, model.label);
  });
  protected readonly resolving = mutation((key, id: string, body: ResolutionRequest) =>
    this.api.invoke(campaignDifferencesResolve, { id, body, 'Idempotency-Key': key }),
  );

  protected readonly photos = ({ id, partId, photos }: DifferenceItem): string[] =>
    foundPhotos(this.api, { partId, itemId: id, photos });
  protected readonly words = differenceWords;
  protected readonly resolved = resolvedWords;
  protected readonly resolutions = offeredResolutions;
  protected readonly wordOf = (resolution: Resolution): string => RESOLUTIONS[resolution].word;
  protected readonly ready = ({ partState, resolution }: DifferenceItem): boolean =>
    resolution === null && CAMPAIGN_PART_STATES[partState].resolving;
  protected readonly name = ({ modelName, note, tag, code }: DifferenceItem): string =>
    [modelName ?? note ?? 'Étiquette inconnue', tag ?? code].filter(Boolean).join(', ');
  protected readonly chip = ({ finding }: DifferenceItem): ChipWords => ({
    word: FINDINGS[finding].word,
    tone: finding === 'missing' ? 'trouble' : 'waiting',
    icon: finding === 'missing' ? 'cross' : 'circle',
  });

  protected narrow({ id, value }: { id: string; value: string | null }): void {
    if (id === 'open') this.open.set(value as 'oui' | 'non' | null);
    else this.finding.set(value as Finding | null);
    this.page.set(1);
  }

  protected async resolve(difference: DifferenceItem, resolution: Resolution): Promise<void> {
    if (resolution === 'created') {
      this.model.set(null);
      this.created.set(difference);
      return;
    }
    await this.send(difference, { resolution });
  }

  protected async create(values: Values): Promise<void> {
    const [difference, model] = [this.created(), this.model()];
    if (difference === null || model === null) return;
    if (await this.send(difference, createdRequest(values, model.id))) this.created.set(null);
  }

  private async send(difference: DifferenceItem, body: ResolutionRequest): Promise<boolean> {
    const done = await this.resolving.run(difference.id, body);
    if (done !== null) this.toasts.say(`${this.name(difference)} : ${RESOLUTIONS[body.resolution].done}`);
    this.list.reload();
    this.changed.emit();
    return done !== null;
  }
}
