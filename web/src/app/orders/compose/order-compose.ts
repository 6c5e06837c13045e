import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Api, orderFilesAdd, ordersSubmit } from '@parc/api-client';
import { Icon, MoneyPipe, Notice, StatePanel, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { SaveNote } from '../../shell/save-note';
import { Basket } from './basket';
import { BasketAside } from './basket-aside';
import { ChooseStep } from './choose-step';
import { PlaceStep } from './place-step';
import { ReviewStep } from './review-step';
import { may } from '../../shell/may';

const STEPS = ['Choisir', 'Lieu et date', 'Vérifier et envoyer'] as const;

/** Composing an installation in three steps; the draft is kept as it grows, and nothing is held before it is sent. */
@Component({
  selector: 'parc-order-compose',
  imports: [NgTemplateOutlet, BasketAside, ChooseStep, Icon, MoneyPipe, Notice, PlaceStep, ReviewStep, StatePanel],
  providers: [Basket],
  templateUrl: './order-compose.html',
  styleUrl: './order-compose.css',
})
export class OrderCompose {
  /** A draft to go on with, from the address. */
  readonly id = input<string>();
  /** An item chosen in the catalogue, put into the basket to begin with. */
  readonly item = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly saveNote = inject(SaveNote);
  private readonly place = viewChild(PlaceStep);
  private photos: readonly File[] = [];

  protected readonly basket = inject(Basket);
  protected readonly steps = STEPS;
  protected readonly step = signal(0);
  /** The draft of the address, put into the basket. */
  protected readonly opening = reading({ asked: () => this.id() || undefined, load: (id) => this.basket.open(id) });
  protected readonly isHead = may('orders.submit');

  protected readonly sending = mutation(async (key: string) => {
    if (!(await this.basket.save())) throw this.basket.problem() ?? new Error('the draft was not saved');
    const draft = this.basket.draft()!;
    await this.sendPhotos(key, draft.id);
    return this.api.invoke(ordersSubmit, { ...onVersion(key, draft.version), id: draft.id });
  });

  /** Why the order cannot leave yet; empty when it can. */
  protected readonly obstacle = computed(() => {
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
      const chosen = this.basket.catalogue.value()?.items.find(({ id }) => id === this.item());
      if (chosen) untracked(() => this.basket.quantityOf(chosen.id) === 0 && this.basket.setQuantity(chosen, 1));
    });
    effect(() => {
      // Also when the dates come after the person has gone on.
      if (this.step() > 0 && this.basket.estimate.value() !== null) untracked(() => this.basket.proposeSlot());
    });
    effect((onCleanup) => onCleanup(() => this.saveNote.clear()));
  }

  protected go(step: number): void {
    const place = this.place();
    if (place) this.photos = place.photos();
    this.step.set(step);
    scrollTo({ top: 0 });
  }

  protected async send(): Promise<void> {
    const sent = await this.sending.run();
    if (!sent) return;
    this.saveNote.clear();
    this.toasts.say(
      sent.orders.length > 1 ? `${sent.orders.length} commandes envoyées` : `Commande ${sent.number} envoyée`,
    );
    await this.router.navigate(['/commandes', sent.id]);
  }

  protected async keep(): Promise<void> {
    if (await this.basket.save()) await this.router.navigate(['/accueil']);
  }

  /** Each under a key of its own and always the same: asked again, none is added twice. */
  private async sendPhotos(key: string, id: string): Promise<void> {
    for (const [index, file] of this.photos.entries()) {
      await this.api.invoke(orderFilesAdd, {
        id,
        kind: 'place-photo',
        'Idempotency-Key': `${key}/${index}`,
        body: { file },
      });
    }
    this.photos = [];
  }
}
