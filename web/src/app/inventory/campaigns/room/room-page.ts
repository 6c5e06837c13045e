import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  campaignPartsAddPhoto,
  campaignPartsAnswer,
  campaignPartsFinish,
  campaignPartsMiss,
  campaignPartsRoom,
  campaignPartsSee,
  type CampaignRoomItem,
  type SightingRequest,
} from '@parc/api-client';
import { CAMPAIGN_PART_STATES, type MisplacedAnswer } from '@parc/domain';
import { counted, Icon, Notice, StatePanel, Toasts } from '@parc/ui';
import type { Values } from '../../../shell/forms/fields';
import { StepForm } from '../../../shell/forms/step-form';
import { KeptPhotos, type SendPhoto } from '../../../shell/kept-photos';
import { mutation } from '../../../shell/mutation';
import { PageTitle } from '../../../shell/page-title';
import { ProblemPanel } from '../../../shell/problem-panel';
import { reading } from '../../../shell/reading';
import type { Scan, ScanAnswer } from '../../../shell/scan/scan';
import { Scanner } from '../../../shell/scan/scanner';
import { foundPhotos } from '../found-photos';
import { leftWords, roomParts, roomProgress, roomTitle, sightingWords } from '../campaign-words';
import { CampaignRoomLine } from './room-line';
import { unlabelledForm } from './unlabelled-form';

/** One room of a campaign: what is to be seen in it, what else is there, and what ending it would leave. */
@Component({
  selector: 'parc-campaign-room-page',
  imports: [CampaignRoomLine, Icon, KeptPhotos, Notice, ProblemPanel, Scanner, StatePanel, StepForm],
  templateUrl: './room-page.html',
  styleUrl: './room-page.css',
})
export class CampaignRoomPageView {
  readonly id = input.required<string>();
  readonly roomId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly room = reading({
    asked: () => ({ id: this.id(), roomId: this.roomId() }),
    load: (asked) => this.api.invoke(campaignPartsRoom, asked),
  });
  protected readonly parts = computed(() => roomParts(this.room.value() ?? { items: [] }));
  protected readonly title = computed(() => {
    const room = this.room.value();
    return room === null ? 'Récolement' : roomTitle(room.roomName, this.parts());
  });
  protected readonly progress = computed(() => {
    const room = this.room.value();
    return room === null ? '' : roomProgress(room, this.parts());
  });
  protected readonly left = computed(() => leftWords(this.parts()));
  protected readonly places = computed(() => {
    const room = this.room.value();
    return room === null ? [] : Array.from({ length: room.rooms }, (_, n) => n + 1);
  });
  protected readonly counting = computed(() => {
    const room = this.room.value();
    return room !== null && room.begun && CAMPAIGN_PART_STATES[room.state].counting;
  });
  protected readonly seenWords = computed(() => counted(this.parts().seen.length, 'vu', 'vus'));

  protected readonly scanning = signal(false);
  protected readonly folded = signal(false);
  protected readonly describing = signal(false);
  protected readonly answer = signal<ScanAnswer | null>(null);
  protected readonly form = unlabelledForm;

  protected readonly seeing = mutation((key, body: SightingRequest) =>
    this.api.invoke(campaignPartsSee, { id: this.id(), body, 'Idempotency-Key': key }),
  );
  protected readonly missing = mutation((key, equipmentId: string) =>
    this.api.invoke(campaignPartsMiss, { id: this.id(), body: { equipmentId }, 'Idempotency-Key': key }),
  );
  protected readonly answering = mutation((key, equipmentId: string, answer: MisplacedAnswer) =>
    this.api.invoke(campaignPartsAnswer, { id: this.id(), body: { equipmentId, answer }, 'Idempotency-Key': key }),
  );
  protected readonly finishing = mutation((key, roomId: string) =>
    this.api.invoke(campaignPartsFinish, { id: this.id(), roomId, 'Idempotency-Key': key }),
  );
  protected readonly problem = computed(
    () =>
      [this.seeing, this.missing, this.answering, this.finishing].find((write) => write.problem())?.problem() ?? null,
  );
  /** Many labels may be read in a row: each waits for the one before. */
  private last: Promise<unknown> = Promise.resolve();

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected read({ code }: Scan): void {
    const roomId = this.roomId();
    this.last = this.last.then(async () => {
      const found = await this.seeing.run({ roomId, code, how: 'scan' });
      if (found === null) {
        const words = this.seeing.problem()?.sentence ?? 'La lecture n’est pas enregistrée.';
        this.answer.set({ code, words, tone: 'trouble' });
        return;
      }
      const tone = found.item.finding === 'found' ? 'done' : 'waiting';
      this.answer.set({ code, words: sightingWords(found.item, found.first), tone });
      this.room.reload();
    });
  }

  protected readonly photos = ({ id, photos }: CampaignRoomItem): string[] =>
    foundPhotos(this.api, { partId: this.id(), itemId: id ?? '', photos });

  protected readonly sendPhoto: SendPhoto = (key, file, itemId) =>
    this.api.invoke(campaignPartsAddPhoto, { id: this.id(), itemId, 'Idempotency-Key': key, body: { file } });

  protected async see({ equipmentId }: CampaignRoomItem, contents: boolean): Promise<void> {
    if (equipmentId === null) return;
    const body = { roomId: this.roomId(), equipmentId, how: 'list', ...(contents ? { contents } : {}) } as const;
    const found = await this.seeing.run(body);
    if (found !== null && !found.first) this.toasts.say(sightingWords(found.item, false));
    this.room.reload();
  }

  protected async miss({ equipmentId }: CampaignRoomItem): Promise<void> {
    if (equipmentId === null) return;
    await this.missing.run(equipmentId);
    this.room.reload();
  }

  protected async say({ equipmentId }: CampaignRoomItem, answer: MisplacedAnswer): Promise<void> {
    if (equipmentId === null) return;
    const said = await this.answering.run(equipmentId, answer);
    if (said !== null)
      this.toasts.say(answer === 'returned' ? 'Noté : à ranger à sa place' : 'Noté : la métropole l’enregistrera ici');
    this.room.reload();
  }

  protected async describe(values: Values): Promise<void> {
    const described = await this.seeing.run({ roomId: this.roomId(), note: values['note'] ?? '', how: 'list' });
    if (described === null) return;
    this.describing.set(false);
    this.room.reload();
  }

  protected async finish(): Promise<void> {
    const room = this.room.value();
    if (room === null) return;
    const finished = await this.finishing.run(room.roomId);
    if (finished === null) return this.room.reload();
    this.toasts.say(`${room.roomName} : terminé`);
    await this.router.navigate(['/parc/recolement', room.partId]);
  }
}
