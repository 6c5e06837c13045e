import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, campaignPartsPage, campaignPartsSend, type CampaignPartPage } from '@parc/api-client';
import { CAMPAIGN_PART_STATES } from '@parc/domain';
import { ConfirmDialog, day, Icon, Notice, StateChip, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { awaitedIn, campaignTitle, roomWords, sendingWords } from './campaign-words';

/** One school's part: its rooms, each a walk of its own, and the sending once all are seen. */
@Component({
  selector: 'parc-campaign-part-page',
  imports: [ConfirmDialog, Icon, Notice, ProblemPanel, RouterLink, StateChip, StatePanel],
  templateUrl: './part-page.html',
  styleUrl: './part-page.css',
})
export class CampaignPartPageView {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly part = reading({
    asked: () => this.id(),
    load: (id) => this.api.invoke(campaignPartsPage, { id }),
  });
  protected readonly title = computed(() => {
    const part = this.part.value();
    if (part === null) return 'Récolement';
    const { counting, word } = CAMPAIGN_PART_STATES[part.state];
    return counting ? campaignTitle(awaitedIn(part.rooms)) : `Récolement : ${word.toLowerCase()}`;
  });
  protected readonly state = ({ state }: CampaignPartPage) => CAMPAIGN_PART_STATES[state];
  protected readonly counting = ({ state }: CampaignPartPage) => CAMPAIGN_PART_STATES[state].counting;
  protected readonly sends = ({ possible }: CampaignPartPage) => possible.includes('send');
  protected readonly dayOf = day;
  protected readonly room = roomWords;
  protected readonly leaves = sendingWords;
  protected readonly DONE = { word: 'Vu', tone: 'done', icon: 'check' } as const;

  protected readonly sending = mutation((key, id: string, version: number) =>
    this.api.invoke(campaignPartsSend, { id, ...onVersion(key, version) }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected async send({ id, version }: CampaignPartPage, dialog: ConfirmDialog): Promise<void> {
    const sent = await this.sending.run(id, version);
    dialog.close();
    if (sent !== null) this.toasts.say('Récolement envoyé à la métropole');
    this.part.reload();
  }
}
