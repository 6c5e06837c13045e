import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Api, ordersSubmit } from '@parc/api-client';
import { Icon, MoneyPipe, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { Problem } from '../../shell/problem';
import { reading } from '../../shell/reading';
import { SaveNote } from '../../shell/save-note';
import { PhotoSending } from '../photos/photo-sending';
import { Basket } from './basket';
import { BasketAside } from './basket-aside';
import { ChooseStep } from './choose-step';
import { DraftChanges } from './draft-changes';
import { PlaceStep } from './place-step';
import { ReviewStep } from './review-step';
import { may } from '../../shell/may';

const PHOTO_LEFT = new Problem(0, 'photo', 'Une photo n’est pas partie : renvoyez-la ou retirez-la, puis envoyez.');
const STEPS = ['Choisir', 'Lieu et date', 'Vérifier et envoyer'] as const;

/** Composing an installation in three steps; the draft is kept as it grows, and nothing is held before it is sent. */
@Component({
  selector: 'parc-order-compose',
  imports: [
    NgTemplateOutlet,
    BasketAside,
    ChooseStep,
    DraftChanges,
    Icon,
    MoneyPipe,
    Notice,
    PlaceStep,
    ReviewStep,
    StatePanel,
  ],
  providers: [Basket, PhotoSending],
  templateUrl: './order-compose.html',
  styleUrl: './order-compose.css',
})
export class OrderCompose implements OnInit {
  /** A draft to go on with, from the address. */
  readonly id = input<string>();
  /** The step, from the address: "2" is the second. */
  readonly etape = input<string>();
  /** An item chosen in the catalogue, put into the basket to begin with. */
  readonly item = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly saveNote = inject(SaveNote);
  private readonly photos = inject(PhotoSending);

  protected readonly basket = inject(Basket);
  protected readonly steps = STEPS;
  protected readonly step = signal(0);
  /** The draft of the address, put into the basket; one that has just got its address is there already. */
  protected readonly opening = reading({
    asked: () => {
      const id = this.id() ?? null;
      return untracked(() => id !== null && id === this.basket.draft()?.id) ? undefined : { id };
    },
    load: ({ id }) => this.open(id),
  });
  protected readonly isHead = may('orders.submit');

  protected readonly sending = mutation(async (key: string) => {
    if (!(await this.basket.save())) throw this.basket.problem() ?? new Error('the draft was not saved');
    const draft = this.basket.draft()!;
    if (!(await this.photos.settled())) throw PHOTO_LEFT;
    const body = { seenCents: this.basket.totalCents() };
    return this.api.invoke(ordersSubmit, { ...onVersion(key, draft.version), id: draft.id, body });
  });

  /** Why the order cannot leave yet; empty when it can. */
  protected readonly obstacle = computed(() => {
    if (this.basket.withdrawn().length > 0) return 'Retirez d’abord ce qui n’est plus au catalogue.';
    if (this.basket.lines().length === 0) return 'Ajoutez au moins une prestation.';
    if (!this.isHead()) return 'Votre brouillon est gardé : la direction l’envoie.';
    const home = this.basket.home.value();
    if (home && !home.gate.open) return 'L’envoi attend la convention. Votre brouillon est gardé.';
    if ((this.basket.leftCents() ?? 0) < 0)
      return 'Le budget ne suffit pas : retirez un poste ou demandez un virement.';
    if (this.basket.slot() === null && this.basket.estimate.loading()) return 'Les dates possibles arrivent…';
    return '';
  });

  constructor() {
    effect(() => {
      if (this.opening.loading()) return;
      const chosen = this.basket.catalogue.value()?.items.find(({ id }) => id === this.item());
      if (chosen) untracked(() => this.basket.quantityOf(chosen.id) === 0 && this.basket.setQuantity(chosen, 1));
    });
    effect(() => {
      // Also when the dates come after the person has gone on.
      if (this.step() > 0 && this.basket.estimate.value() !== null) untracked(() => this.basket.proposeSlot());
    });
    effect(() => this.photos.orderId.set(this.basket.draft()?.id ?? null));
    effect(() => this.photos.known.set(this.basket.files()));
    effect(() => {
      // Asked again after each save, should the first have met a person who was going elsewhere.
      const id = this.basket.draft()?.id;
      const step = this.step();
      if (this.opening.loading() || (id === this.id() && step === stepOf(this.etape()))) return;
      // The draft of the address did not open, or is none any more.
      if (id === undefined && this.id() !== undefined) return;
      untracked(() => this.takeAddress(id, step));
    });
    effect((onCleanup) => onCleanup(() => this.saveNote.clear()));
  }

  ngOnInit(): void {
    this.step.set(stepOf(this.etape()));
  }

  protected go(step: number): void {
    this.step.set(step);
    scrollTo({ top: 0 });
  }

  protected async send(): Promise<void> {
    const sent = await this.sending.run();
    if (!sent) {
      // Everything typed is in the draft: it is opened again at the new prices, which are then looked at and agreed to.
      if (this.sending.problem()?.totalCents != null) await this.basket.open(this.basket.draft()!.id);
      return;
    }
    this.basket.forget();
    this.saveNote.clear();
    this.toasts.say(
      sent.orders.length > 1 ? `${sent.orders.length} commandes envoyées` : `Commande ${sent.number} envoyée`,
    );
    // Back leads to where the order was begun, not to a composer of what has left.
    await this.router.navigate(['/commandes', sent.id], { replaceUrl: true });
  }

  protected async keep(): Promise<void> {
    if (!(await this.basket.save())) return;
    if (await this.photos.settled()) await this.router.navigate(['/accueil']);
    else this.go(1);
  }

  /** Reads the draft again: it was written elsewhere, which what was typed here is added to, or sent. */
  protected async reopen(): Promise<void> {
    this.sending.forget();
    this.basket.problem.set(null);
    await this.open(this.basket.draft()?.id ?? null);
  }

  protected readonly isElsewhere = ({ stale, code }: Problem): boolean => stale || code === 'order.state';

  private async open(id: string | null): Promise<true> {
    if (!(await this.basket.open(id))) await this.router.navigate(['/commandes', id], { replaceUrl: true });
    return true;
  }

  /** The draft's own, under the same page: read again, it is the same draft at the same step. */
  private takeAddress(id: string | undefined, step: number): void {
    if (this.router.currentNavigation() !== null) return;
    void this.router.navigate(id === undefined ? ['/commandes/nouvelle'] : ['/commandes', id, 'composer'], {
      queryParams: step === 0 ? {} : { etape: step + 1 },
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}

function stepOf(word: string | undefined): number {
  const found = STEPS.findIndex((_, index) => String(index + 1) === word);
  return Math.max(found, 0);
}
