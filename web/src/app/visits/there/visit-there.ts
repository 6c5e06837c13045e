import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  type VisitCloseRequest,
  type VisitCodeRequest,
  visitMovesAbandon,
  visitMovesClose,
  type VisitPage,
  visitWorkAddFile,
  visitWorkCloseByCode,
} from '@parc/api-client';
import {
  isLeftToDo,
  kindChoices,
  parisDateTimeOf,
  VISIT_ACTION_WORDS,
  VISIT_ENDINGS,
  VISIT_MET,
  VISIT_PARTS,
} from '@parc/domain';
import { Choice, Control, Field, Icon, Notice, SignaturePad, StateChip, type Stroke, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import type { NewAct } from '../../offline/acts';
import { asFailure } from '../../offline/offline-failure';
import type { Offline } from '../../offline/offline';
import { OfflineDoor } from '../../offline/offline-door';
import { RoundPackets } from '../../offline/packet/round-packets';
import { PhotoOutbox } from '../../offline/photo-outbox';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { hoursWords, partAddress, partWords, resultChip, workAddress } from '../visit-words';
import { abandonAct, closeAct, type VisitPhoto } from './visit-act';
import { closeOf, endOf, hoursOf, missingInVisit, NOTHING_SAID, type VisitDraft } from './visit-draft';
import { keysBefore } from './visit-kept';
import { VisitPhotos, VisitPhotosBox } from './visit-photos';

const NOT_PREPARED =
  'La tournée n’est pas sur ce téléphone : sans elle, un code ne peut pas être gardé. Choisissez une autre fin, ou attendez le réseau.';
/** What was done here must arrive before the end does: an end that overtook it would find nothing done. */
const isAllSent = (offline: Offline): boolean => offline.state().online && offline.state().toSend === 0;

/** The school, while somebody is there: what is left to do, what is done, and the end, on one page of a phone. */
@Component({
  selector: 'parc-visit-there',
  imports: [
    ActProblem,
    Choice,
    Control,
    Field,
    Icon,
    Notice,
    ResumedNote,
    RouterLink,
    SignaturePad,
    StateChip,
    VisitPhotosBox,
  ],
  providers: [VisitPhotos],
  templateUrl: './visit-there.html',
  styleUrls: ['./visit-there.css', '../../round/task-row.css'],
})
export class VisitThere {
  readonly visit = input.required<VisitPage>();
  /** Ended by the manager in the stead of whoever was there: the page around it says the rest. */
  readonly instead = input(false);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly door = inject(OfflineDoor);
  private readonly packets = inject(RoundPackets);
  private readonly outbox = inject(PhotoOutbox);
  private readonly photos = inject(VisitPhotos);
  private readonly pad = viewChild(SignaturePad);
  /** One for life: of the act, wherever it is kept. */
  private readonly key = crypto.randomUUID();

  protected readonly strokes = signal<readonly Stroke[]>([]);
  protected readonly code = signal('');
  /** Why this phone could not keep it; empty when it could. */
  protected readonly unkept = signal('');
  protected readonly closing = mutation((key, { id, version }: VisitPage, body: VisitCloseRequest) =>
    this.api.invoke(visitMovesClose, { ...onVersion(key, version), id, body }),
  );
  protected readonly proving = mutation((key, { id, version }: VisitPage, body: VisitCodeRequest) =>
    this.api.invoke(visitWorkCloseByCode, { ...onVersion(key, version), id, body }),
  );
  protected readonly leaving = mutation((key, { id, version }: VisitPage, reason: string) =>
    this.api.invoke(visitMovesAbandon, { ...onVersion(key, version), id, body: { reason } }),
  );
  protected readonly pending = computed(
    () => this.closing.pending() || this.proving.pending() || this.leaving.pending(),
  );
  protected readonly problem = computed(
    () => this.closing.problem() ?? this.proving.problem() ?? this.leaving.problem(),
  );
  protected readonly draft = typed<VisitDraft>({
    name: () => `visite ${this.visit().id}`,
    initial: () => NOTHING_SAID,
    pending: this.pending,
    problem: this.problem,
  });
  protected readonly reason = typed<string>({
    name: () => `sans suite ${this.visit().id}`,
    initial: () => '',
    pending: this.leaving.pending,
    problem: this.leaving.problem,
  });

  protected readonly done = computed(() => this.visit().parts.filter((part) => !isLeftToDo(part)));
  protected readonly begun = computed(() => this.visit().parts.filter(isLeftToDo));
  protected readonly mine = computed(() => this.visit().toDo.filter(({ mine }) => mine));
  protected readonly others = computed(() => this.visit().toDo.filter(({ mine }) => !mine));
  protected readonly closes = computed(() => this.visit().possible.includes('close'));
  protected readonly abandons = computed(() => this.visit().possible.includes('abandon'));
  protected readonly title = computed(() => {
    const left = this.mine().length;
    if (left > 0) return left === 1 ? 'Encore 1 chose à faire ici' : `Encore ${left} choses à faire ici`;
    return this.visit().parts.length > 0 ? 'Tout est fait ici' : 'Vous êtes sur place';
  });
  protected readonly endings = computed(() =>
    kindChoices(VISIT_ENDINGS).filter(({ value }) => !this.instead() || !VISIT_ENDINGS[value].coded),
  );
  protected readonly ending = computed(() => VISIT_ENDINGS[this.draft().ending]);
  protected readonly met = kindChoices(VISIT_MET);
  protected readonly missing = computed(() =>
    missingInVisit(this.draft(), this.visit(), {
      signed: this.strokes().length > 0,
      code: this.code(),
      now: new Date(),
    }),
  );
  protected readonly arrival = computed(
    () => this.draft().begunAt || parisDateTimeOf(new Date(this.visit().begunAt)).time,
  );
  protected readonly words = VISIT_ACTION_WORDS;
  protected readonly kinds = VISIT_PARTS;
  protected readonly hours = hoursWords;
  protected readonly partOf = partWords;
  protected readonly addressOf = partAddress;
  protected readonly workOf = workAddress;
  protected readonly resultOf = resultChip;

  protected write(change: Partial<VisitDraft>): void {
    this.draft.set({ ...this.draft(), ...change });
  }

  protected departure(): string {
    return (
      this.draft().leftAt || parisDateTimeOf(new Date(hoursOf(this.draft(), this.visit(), new Date()).leftAt)).time
    );
  }

  protected async close(): Promise<void> {
    if (this.missing() !== '' || this.pending()) return;
    const signature = this.ending().signed ? ((await this.pad()?.toPng()) ?? null) : null;
    const photos = await this.photos.announced(signature);
    const end = endOf(
      this.draft(),
      this.visit(),
      photos.map(({ slot }) => slot),
      new Date(),
    );
    const offline = this.instead() ? null : await this.door.open();
    // With a network a code is judged at once, so that a wrong one is typed again; without one it is kept with the end, sealed.
    if (this.ending().coded && (offline === null || isAllSent(offline)))
      return this.prove({ ...end, code: this.code() }, photos);
    const body = closeOf(this.draft(), end);
    if (offline === null) return this.send(body, photos);
    const packet = await this.packets.latest().then(
      ({ content }) => content,
      () => null,
    );
    const code = this.ending().coded ? { code: this.code(), sealKey: packet?.sealKey ?? null } : null;
    if (code?.sealKey === null) return this.unkept.set(NOT_PREPARED);
    const needs = keysBefore(packet, this.visit().schoolId, offline.waiting());
    await this.keep(offline, await closeAct(this.key, this.visit(), body, { photos, needs, code }));
    this.code.set('');
  }

  protected async abandon(): Promise<void> {
    const reason = this.reason().trim();
    if (reason === '' || this.pending()) return;
    const offline = this.instead() ? null : await this.door.open();
    if (offline !== null) return this.keep(offline, abandonAct(this.key, this.visit(), reason));
    if ((await this.leaving.run(this.visit(), reason)) !== null) await this.leave('Intervention classée sans suite.');
  }

  private async send(body: VisitCloseRequest, photos: readonly VisitPhoto[]): Promise<void> {
    const done = await this.closing.run(this.visit(), body);
    if (done === null) return;
    this.follow(photos);
    await this.leave('Intervention terminée. L’école est prévenue.');
  }

  private async prove(body: VisitCodeRequest, photos: readonly VisitPhoto[]): Promise<void> {
    const done = await this.proving.run(this.visit(), body);
    this.code.set('');
    if (done === null) return;
    this.follow(photos);
    await this.leave('Intervention terminée, confirmée par la direction.');
  }

  private follow(photos: readonly VisitPhoto[]): void {
    const { id } = this.visit();
    this.outbox.addTo(
      ({ slot, bytes }) =>
        this.api.invoke(visitWorkAddFile, { id, slot: slot.id, 'Idempotency-Key': slot.id, body: { file: bytes } }),
      photos,
    );
  }

  /** On an enrolled phone it is kept first, and sent by itself: the same with and without a network. */
  private async keep(offline: Offline, act: NewAct): Promise<void> {
    this.unkept.set('');
    try {
      await offline.enqueue(act);
    } catch (error) {
      return this.unkept.set(asFailure(error).sentence);
    }
    await this.leave(
      `Gardé sur ce téléphone. ${offline.state().online ? 'Il part tout de suite.' : 'Il part au retour du réseau.'}`,
    );
  }

  private async leave(words: string): Promise<void> {
    this.draft.forget();
    this.reason.forget();
    this.packets.read();
    this.toasts.say(words);
    if (this.instead()) this.changed.emit();
    else await this.router.navigateByUrl('/accueil');
  }
}
