import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, ticketMovesResolve, type TicketResolutionRequest, ticketWorkDoneOnSite } from '@parc/api-client';
import { CAUSES, DEVICE_OUTCOMES, kindChoices, REPAIRS, type DeviceOutcome } from '@parc/domain';
import { Choice, Control, Field, Icon, Notice, StatePanel, Stepper, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { RemedyCard } from '../../remedies/found/remedy-card';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import type { Offline } from '../../offline/offline';
import { asFailure } from '../../offline/offline-failure';
import { OfflineDoor } from '../../offline/offline-door';
import { RoundPackets } from '../../offline/packet/round-packets';
import { closingAct } from './closing-act';
import {
  type ClosingDraft,
  isClosingDraft,
  isUnderWay,
  minutesSince,
  missingIn,
  NOTHING_WRITTEN,
  partsCents,
  resolutionOf,
} from './closing-draft';
import { ClosingParts } from './closing-parts';
import { OF_REPAIR, PHOTOS_OF, TakenPhotos, TakenPhotosBox } from '../../maintenance/photos/taken-photos';
import { ClosingSource } from './closing-source';
import type { SizedPhoto } from '../../offline/photo-making';
import { OnSpot } from './on-spot';
import { PhotoOutbox } from '../../offline/photo-outbox';
import { isClosable, isTakenByClosing, outcomesOf, type TicketToClose } from './ticket-to-close';

/** The end of a repair, in the order of the work: what was wrong, what was done, how long, with what, and how the device is now. */
@Component({
  selector: 'parc-closing-page',
  imports: [
    ActProblem,
    Choice,
    ClosingParts,
    TakenPhotosBox,
    Control,
    Field,
    Icon,
    Notice,
    OnSpot,
    ProblemPanel,
    RemedyCard,
    ResumedNote,
    RouterLink,
    StatePanel,
    Stepper,
  ],
  providers: [TakenPhotos, { provide: PHOTOS_OF, useValue: OF_REPAIR }],
  templateUrl: './closing-page.html',
  styleUrl: './closing-page.css',
})
export class ClosingPage {
  /** The ticket, from the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly source = inject(ClosingSource);
  private readonly packets = inject(RoundPackets);
  private readonly outbox = inject(PhotoOutbox);
  private readonly photos = inject(TakenPhotos);
  private readonly door = inject(OfflineDoor);
  /** One for life: of the act, wherever it is kept. */
  private readonly key = crypto.randomUUID();
  /** Why this phone could not keep it; empty when it could. */
  protected readonly unkept = signal('');

  protected readonly ticket = reading({
    asked: () => ({ id: this.id() }),
    load: ({ id }) => this.source.read(id),
  });
  protected readonly sending = mutation(
    (key, { id, version, possible }: TicketToClose, body: TicketResolutionRequest) => {
      const asked = { ...onVersion(key, version), id, body };
      return isTakenByClosing({ possible })
        ? this.api.invoke(ticketWorkDoneOnSite, asked)
        : this.api.invoke(ticketMovesResolve, asked);
    },
  );
  protected readonly draft = typed<ClosingDraft>({
    name: () => 'clore',
    initial: () => NOTHING_WRITTEN,
    fits: isClosingDraft,
    pending: this.sending.pending,
    problem: this.sending.problem,
  });

  protected readonly causes = kindChoices(CAUSES);
  protected readonly repairs = kindChoices(REPAIRS);
  protected readonly minutes = computed(
    () => this.draft().minutes ?? minutesSince(this.ticket.value()?.arrivedAt ?? null, new Date()),
  );
  protected readonly underWay = (arrivedAt: string | null): boolean => isUnderWay(arrivedAt, new Date());
  protected readonly outcomes = computed(() => {
    const offered = outcomesOf(this.ticket.value() ?? { device: null });
    return kindChoices(DEVICE_OUTCOMES).filter(({ value }) => offered.some((one) => one === value));
  });
  protected readonly outcome = computed<DeviceOutcome>(() => {
    const offered = outcomesOf(this.ticket.value() ?? { device: null });
    const said = this.draft().device;
    return said !== null && offered.includes(said) ? said : offered[0]!;
  });
  /** Whose the cost may be; null: nothing but the ticket's. */
  protected readonly bearers = computed(() => {
    const order = this.ticket.value()?.order ?? null;
    return order === null || !order.done
      ? null
      : [
          { value: 'order', label: `La commande ${order.name}` },
          { value: 'ticket', label: 'Ce ticket' },
        ];
  });
  protected readonly byOrder = computed(() => this.bearers() !== null && this.draft().byOrder);
  /** The order that pays for it, where it does: the server refuses a price beside it, and a phone would learn so too late. */
  protected readonly paying = computed(() => {
    const order = this.ticket.value()?.order ?? null;
    return order?.pays && !this.byOrder() ? order.name : null;
  });
  protected readonly missing = computed(() => {
    const missing = missingIn(this.draft());
    if (missing !== '' || this.paying() === null || partsCents(this.draft().parts) === 0) return missing;
    return `Retirez le prix des pièces : la commande ${this.paying()} porte le coût.`;
  });
  protected readonly closable = isClosable;
  protected readonly free = isTakenByClosing;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Clore le ticket'));
  }

  protected write(change: Partial<ClosingDraft>): void {
    this.draft.set({ ...this.draft(), ...change });
  }

  protected async close(ticket: TicketToClose): Promise<void> {
    const photos = await this.photos.announced();
    const slots = photos.map(({ slot }) => slot);
    const figures = { minutes: this.minutes(), device: this.outcome(), byOrder: this.byOrder() };
    const body = resolutionOf(this.draft(), figures, slots);
    if (body === null) return;
    const offline = await this.door.open();
    if (offline === null) await this.send(ticket, body, photos);
    else await this.keep(offline, ticket, body, photos);
  }

  private async send(
    ticket: TicketToClose,
    body: TicketResolutionRequest,
    photos: readonly SizedPhoto[],
  ): Promise<void> {
    const done = await this.sending.run(ticket, body);
    if (done === null) return;
    this.outbox.add(ticket.id, photos);
    await this.leave(`${done.number} : clos. L’école est prévenue.`);
  }

  /** On an enrolled phone it is kept first, and sent by itself: the same with and without a network. */
  private async keep(
    offline: Offline,
    ticket: TicketToClose,
    body: TicketResolutionRequest,
    photos: readonly SizedPhoto[],
  ): Promise<void> {
    this.unkept.set('');
    try {
      await offline.enqueue(closingAct(this.key, ticket, body, photos));
    } catch (error) {
      return this.unkept.set(asFailure(error).sentence);
    }
    await this.leave(
      `${ticket.number} : gardé sur ce téléphone. ${offline.state().online ? 'Il part tout de suite.' : 'Il part au retour du réseau.'}`,
    );
  }

  private async leave(words: string): Promise<void> {
    this.draft.forget();
    this.packets.read();
    this.toasts.say(words);
    await this.router.navigateByUrl('/accueil');
  }
}
