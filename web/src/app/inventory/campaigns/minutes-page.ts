import { Component, effect, inject, input } from '@angular/core';
import { Api, campaignsMinutes, type CampaignPage, type CampaignPartRow, type DifferenceItem } from '@parc/api-client';
import { CAMPAIGN_PART_STATES, CAMPAIGN_STATES, DIFFERENCES, FINDINGS, CAMPAIGN_PARTS } from '@parc/domain';
import { DayPipe, Icon, StatePanel } from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { differenceWords, findingWords, resolvedWords } from './campaign-words';

/** The minutes of a campaign, as they are printed. */
@Component({
  selector: 'parc-campaign-minutes-page',
  imports: [DayPipe, Icon, ProblemPanel, StatePanel],
  templateUrl: './minutes-page.html',
  styleUrl: './minutes-page.css',
})
export class CampaignMinutesPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly minutes = reading({
    asked: () => this.id(),
    load: (id) => this.api.invoke(campaignsMinutes, { id }),
  });
  protected readonly document = (id: string): string => `/api/v1/campaigns/${id}/minutes.pdf`;
  protected readonly stateWord = (state: keyof typeof CAMPAIGN_STATES): string => CAMPAIGN_STATES[state].word;
  protected readonly partWord = ({ state, reason }: CampaignPartRow): string =>
    [CAMPAIGN_PART_STATES[state].word, reason].filter(Boolean).join(' : ');
  protected readonly sum = (parts: readonly CampaignPartRow[], of: 'expected' | 'seen'): number =>
    parts.reduce((all, part) => all + part[of], 0);
  protected readonly differing = (findings: CampaignPage['findings']): CampaignPage['findings'] =>
    findings.filter(({ finding }) => DIFFERENCES.includes(finding));
  /** What is to be seen in a school is known from its first reading on: before that, nothing is no zero. */
  protected readonly counts = ({ state }: CampaignPartRow): boolean => state !== CAMPAIGN_PARTS.initial;
  protected readonly finding = findingWords;
  protected readonly device = ({ modelName, tag, code, note }: DifferenceItem): string =>
    [modelName, tag ?? code, note].filter(Boolean).join(', ');
  protected readonly found = (row: DifferenceItem): string =>
    [FINDINGS[row.finding].word, differenceWords({ ...row, note: null })].filter(Boolean).join(' · ');
  protected readonly resolved = (row: DifferenceItem): string => resolvedWords(row) || 'à régler';

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(`Procès-verbal : ${this.minutes.value()?.campaign.title ?? 'récolement'}`));
  }
}
