import { Component, computed, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { Api, type OrderPage, schoolsRooms } from '@parc/api-client';
import { parisDateTimeOf } from '@parc/domain';
import { Control, duration, ErrorSummary, Field, Notice, time, Toasts } from '@parc/ui';
import { byName } from '../../shell/by-name';
import { reading } from '../../shell/reading';
import { SaveNote } from '../../shell/save-note';
import { type ExtraChange, ExtraLines } from './extra-lines';
import { type HeadAgreement, OnSiteConfirmation } from './on-site-confirmation';
import { OrderWork } from './order-work';
import { ReportCostCard } from './report-cost-card';
import {
  approvedLines,
  byRoom,
  COST_REASON_ID,
  DEPARTURE_ID,
  doneSentences,
  type LineChange,
  minutesOnSite,
  type ReportDraft,
  reportCost,
  reportGaps,
  type ReportGap,
  reportRequest,
  resumeReport,
  startReport,
} from './report-draft';
import type { Offline } from '../../offline/offline';
import { asFailure } from '../../offline/offline-failure';
import { RoundPackets } from '../../offline/packet/round-packets';
import { OfflineDoor } from '../../offline/offline-door';
import { reportAct } from './report-keeping';
import { orderHasMoved } from '../order-has-moved';
import { ReportDrafts } from './report-drafts';
import { ReportLine } from './report-line';
import { PhotoSending } from '../photos/photo-sending';
import { ReportPhotos } from './report-photos';

/** What was done, room by room, and what it costs; then the school's answer, now on this phone or later. */
@Component({
  selector: 'parc-report-form',
  imports: [
    Control,
    ErrorSummary,
    ExtraLines,
    Field,
    Notice,
    OnSiteConfirmation,
    ReportCostCard,
    ReportLine,
    ReportPhotos,
  ],
  providers: [PhotoSending],
  templateUrl: './report-form.html',
  styleUrl: './report-form.css',
})
export class ReportForm implements OnInit {
  readonly order = input.required<OrderPage>();
  /** The report has left; the page says what comes next. */
  readonly sent = output();

  protected readonly work = inject(OrderWork);
  private readonly api = inject(Api);
  private readonly photos = inject(PhotoSending);
  private readonly drafts = inject(ReportDrafts);
  private readonly saveNote = inject(SaveNote);
  private readonly toasts = inject(Toasts);
  private readonly door = inject(OfflineDoor);
  private readonly packets = inject(RoundPackets);
  /** One for life: of the report, wherever it is kept. */
  private readonly key = crypto.randomUUID();

  protected readonly draft = signal<ReportDraft | null>(null);
  protected readonly checked = signal(false);
  protected readonly gaps = signal<readonly ReportGap[]>([]);
  protected readonly departureId = DEPARTURE_ID;
  protected readonly costReasonId = COST_REASON_ID;

  protected readonly rooms = computed(() => byRoom(approvedLines(this.order())));
  /** Where devices may have been put: asked for once one is named. */
  protected readonly schoolRooms = reading({
    asked: () => (namesDevices(this.draft()) ? this.order().school.id : undefined),
    load: async (id: string) => byName((await this.api.invoke(schoolsRooms, { id })).items),
  });
  protected readonly missing = computed(
    () => new Map(this.gaps().map(({ controlId, message }) => [controlId, message] as const)),
  );
  protected readonly cost = computed(() => {
    const draft = this.draft();
    return draft === null ? null : reportCost(this.order(), draft);
  });
  protected readonly done = computed(() => doneSentences(this.order(), this.draft() ?? startReport(this.order(), '')));
  protected readonly minutes = computed(() => {
    const draft = this.draft();
    const minutes = draft === null ? null : minutesOnSite(draft);
    return minutes === null ? '' : duration(minutes);
  });
  /** The total as a refusal has told it: sending again is agreeing to it. */
  private readonly changedCents = signal<number | null>(null);
  private readonly agreedCents = computed(() => this.changedCents() ?? this.cost()?.totalCents ?? 0);
  /** It has left: nothing of it is kept any more. */
  private reported = false;
  /** Photos are on their way: the report waits for them, since none may follow it. */
  private readonly sending = signal(false);
  protected readonly photoLeft = signal(false);
  protected readonly pending = computed(
    () => this.sending() || this.work.reporting.pending() || this.work.confirming.pending(),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.saveNote.clear());
  }

  ngOnInit(): void {
    const kept = this.drafts.read(this.order().id);
    this.draft.set(kept === null ? startReport(this.order(), this.startedAt()) : resumeReport(this.order(), kept));
  }

  protected change(part: Partial<ReportDraft>): void {
    this.changedCents.set(null);
    this.draft.update((draft) => draft && { ...draft, ...part });
    this.keep();
  }

  protected changeLine(lineId: string, change: LineChange): void {
    this.changedCents.set(null);
    this.draft.update((draft) => {
      const line = draft?.lines[lineId];
      if (!draft || !line) return draft;
      const part = typeof change === 'function' ? change(line) : change;
      return { ...draft, lines: { ...draft.lines, [lineId]: { ...line, ...part } } };
    });
    this.keep();
  }

  protected changeExtra(change: ExtraChange): void {
    const draft = this.draft();
    if (draft !== null) this.change({ extraLines: change(draft.extraLines) });
  }

  protected leaveNow(): void {
    this.change({ departure: parisDateTimeOf(new Date()).time });
  }

  protected message(controlId: string): string {
    return this.gaps().find((gap) => gap.controlId === controlId)?.message ?? '';
  }

  /** The report leaves; the school answers from its own computer. */
  protected async confirmLater(): Promise<void> {
    const offline = await this.door.open();
    if (offline !== null) return this.keepOnPhone(offline, null);
    if ((await this.report()) === null) return;
    this.toasts.say('Compte rendu envoyé. L’école est prévenue et confirme de son poste.');
    this.sent.emit();
  }

  /** On an enrolled phone it is kept first, and sent by itself with its photos. */
  private async keepOnPhone(offline: Offline, agreed: HeadAgreement | null): Promise<void> {
    const draft = this.checkedDraft();
    if (draft === null) return;
    const files = this.photos.waiting();
    const request = reportRequest(this.order(), draft, this.agreedCents());
    try {
      const agreement = agreed && { ...agreed, sealKey: (await this.packets.latest()).content.sealKey };
      await offline.enqueue(await reportAct(this.key, this.order(), request, { files, agreement }));
    } catch (error) {
      return this.toasts.warn(asFailure(error).sentence);
    }
    this.photos.handOver();
    this.forget();
    this.toasts.say(
      agreed === null
        ? 'Compte rendu gardé sur ce téléphone. Il part dès qu’il y a du réseau.'
        : 'Compte rendu et code gardés sur ce téléphone, le code scellé. Ils partent dès qu’il y a du réseau.',
    );
    this.sent.emit();
  }

  /**
   * The report leaves first: a wrong code keeps nobody from having worked. Without a network the code is kept with the report, sealed: if
   * it is wrong the school confirms later.
   */
  protected async confirmNow(agreed: HeadAgreement): Promise<void> {
    const offline = await this.door.open();
    if (offline !== null && !offline.state().online) return this.keepOnPhone(offline, agreed);
    const { code, signature } = agreed;
    const moved = await this.report();
    if (moved === null) return;
    if (signature !== null) await this.work.attachSignature(moved.id, signature);
    const confirmed = await this.work.confirming.run(
      { id: moved.id, version: moved.version },
      { code, seenCents: this.agreedCents() },
    );
    if (confirmed !== null) this.toasts.say('Compte rendu envoyé et confirmé par l’école.');
    this.sent.emit();
  }

  private async report() {
    const draft = this.checkedDraft();
    if (draft === null) return null;
    if (!(await this.photosArrived())) return null;
    const moved = await this.work.reporting.run(this.order(), reportRequest(this.order(), draft, this.agreedCents()));
    if (moved === null) {
      this.changedCents.set(this.work.reporting.problem()?.totalCents ?? null);
      const refused = this.work.reporting.problem();
      if (refused !== null && orderHasMoved(refused) && refused.totalCents === null)
        this.toasts.warn(
          'La commande a changé entre-temps : le compte rendu n’est pas parti. Ce que vous avez écrit reste gardé ici.',
        );
      if (refused?.passing === false) this.work.read();
      return null;
    }
    this.forget();
    return moved;
  }

  /** Null while something is missing, or it is on its way. */
  private checkedDraft(): ReportDraft | null {
    const draft = this.draft();
    if (draft === null || this.pending()) return null;
    this.checked.set(true);
    this.gaps.set(reportGaps(this.order(), draft));
    return this.gaps().length > 0 ? null : draft;
  }

  private forget(): void {
    this.reported = true;
    this.drafts.forget(this.order().id);
    this.saveNote.clear();
  }

  /** Once the work is reported the order takes no photo any more. */
  private async photosArrived(): Promise<boolean> {
    this.sending.set(true);
    this.photoLeft.set(!(await this.photos.settled()));
    this.sending.set(false);
    return !this.photoLeft();
  }

  /** Each change is kept at once: a page that closes in the middle of a word loses nothing. */
  private keep(): void {
    const draft = this.draft();
    if (draft === null || this.reported) return;
    if (this.gaps().length > 0) this.gaps.set(reportGaps(this.order(), draft));
    const kept = this.drafts.keep(this.order().id, draft);
    if (kept) this.saveNote.show(`Gardé à ${time(parisDateTimeOf(new Date()).time)}`);
  }

  /** The hour of the last "Commencer", proposed as the arrival. */
  private startedAt(): string {
    const start = this.order().thread.find(({ action }) => action === 'start');
    return start === undefined ? '' : parisDateTimeOf(new Date(start.at)).time;
  }
}

function namesDevices(draft: ReportDraft | null): boolean {
  const lines = [...Object.values(draft?.lines ?? {}), ...(draft?.extraLines ?? [])];
  return lines.some(({ devices }) => devices.length > 0);
}
