import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  campaignPartsDrop,
  campaignPartsReopen,
  campaignsClose,
  campaignsPage,
  campaignsRemind,
  type CampaignPage,
  type CampaignPartRow,
} from '@parc/api-client';
import { CAMPAIGN_PART_STATES, CAMPAIGN_STATES, DIFFERENCES } from '@parc/domain';
import { ConfirmDialog, counted, DayPipe, Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import type { FormSpec, Values } from '../../shell/forms/fields';
import { StepForm } from '../../shell/forms/step-form';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { campaignPageTitle, type PartAct, partForm, partWords, remindedWords } from './campaign-page-words';
import { findingWords } from './campaign-words';
import { CampaignDifferencesView } from './campaign-differences';

/** One campaign: how far each school is, what was found different, and what is left to do. */
@Component({
  selector: 'parc-campaign-page',
  imports: [
    CampaignDifferencesView,
    ConfirmDialog,
    DayPipe,
    Icon,
    Notice,
    ProblemPanel,
    RouterLink,
    StateChip,
    StatePanel,
    StepForm,
  ],
  templateUrl: './campaign-page.html',
  styleUrl: './campaign-page.css',
})
export class CampaignPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly mayWrite = may('campaigns.write');

  protected readonly campaign = reading({
    asked: () => this.id(),
    load: (id) => this.api.invoke(campaignsPage, { id }),
  });
  protected readonly title = computed(() => {
    const campaign = this.campaign.value();
    return campaign === null ? 'Récolement' : campaignPageTitle(campaign);
  });
  protected readonly stateOf = ({ state }: CampaignPage) => CAMPAIGN_STATES[state];
  protected readonly partState = ({ state }: CampaignPartRow) => CAMPAIGN_PART_STATES[state];
  protected readonly part = partWords;
  protected readonly share = ({ expected, seen }: CampaignPartRow): number => (seen / (expected || 1)) * 100;
  protected readonly droppable = ({ state }: CampaignPartRow) => CAMPAIGN_PART_STATES[state].counting;
  /** Sent by mistake: as long as none of its differences is resolved. */
  protected readonly reopenable = ({ state, differences, unresolved }: CampaignPartRow) =>
    CAMPAIGN_PART_STATES[state].resolving && differences === unresolved;
  protected readonly findings = computed(() =>
    (this.campaign.value()?.findings ?? [])
      .filter(({ finding }) => DIFFERENCES.includes(finding))
      .map(({ finding, count, unresolved }) => findingWords(finding, count, unresolved)),
  );

  /** The school that is about to be left out, or to go on. */
  protected readonly asked = signal<{ part: CampaignPartRow; act: PartAct } | null>(null);
  protected readonly partForm = computed<FormSpec | null>(() => {
    const asked = this.asked();
    return asked && partForm(asked.part, asked.act);
  });
  protected readonly deciding = mutation((key, { id, version }: CampaignPartRow, act: PartAct, reason: string) =>
    this.api.invoke(act === 'drop' ? campaignPartsDrop : campaignPartsReopen, {
      ...{ id, ...onVersion(key, version) },
      body: { reason },
    }),
  );
  protected readonly reminding = mutation((key, id: string) =>
    this.api.invoke(campaignsRemind, { id, 'Idempotency-Key': key }),
  );
  protected readonly closing = mutation((key, id: string, version: number) =>
    this.api.invoke(campaignsClose, { id, ...onVersion(key, version) }),
  );
  protected readonly problem = computed(() => this.reminding.problem() ?? this.closing.problem());

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.campaign.value()?.title ?? 'Récolement'));
  }

  protected async remind({ id }: CampaignPage): Promise<void> {
    const told = await this.reminding.run(id);
    if (told !== null) this.toasts.say(remindedWords(told));
    this.campaign.reload();
  }

  protected async close({ id, version }: CampaignPage, dialog: ConfirmDialog): Promise<void> {
    const closed = await this.closing.run(id, version);
    dialog.close();
    if (closed !== null) this.toasts.say('Récolement clos');
    this.campaign.reload();
  }

  protected ask(part: CampaignPartRow, act: PartAct): void {
    this.deciding.forget();
    this.asked.set({ part, act });
  }

  protected async decide(values: Values): Promise<void> {
    const asked = this.asked();
    if (asked === null) return;
    const { part, act } = asked;
    const done = await this.deciding.run(part, act, values['reason'] ?? '');
    if (done === null) return;
    const told = act === 'drop' ? 'est écartée de ce récolement' : 'reprend son récolement : sa direction est prévenue';
    this.toasts.say(`${part.schoolName} ${told}`);
    this.asked.set(null);
    this.campaign.reload();
  }

  protected schoolsWords(parts: readonly CampaignPartRow[]): string {
    return counted(parts.length, 'école', 'écoles');
  }
}
