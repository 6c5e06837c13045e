import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrderPage } from '@parc/api-client';
import { ORDERS, totalSeen } from '@parc/domain';
import { day, Icon, money, MoneyPipe, Notice, Toasts } from '@parc/ui';
import { type HeadAgreement, OnSiteConfirmation } from './on-site-confirmation';
import { NamedDevices } from '../named-devices';
import { OrderPhotos } from '../photos/order-photos';
import { OrderWork } from './order-work';
import { doneSentences, startReport } from './report-draft';

/** After the report: what was said, and the school's answer as long as it is awaited. */
@Component({
  selector: 'parc-reported',
  imports: [Icon, MoneyPipe, NamedDevices, Notice, OnSiteConfirmation, OrderPhotos, RouterLink],
  template: `
    @if (awaited()) {
      <parc-notice tone="progress" heading="Compte rendu envoyé">{{ expected() }}</parc-notice>
    }
    <section class="card" aria-labelledby="compte-rendu">
      <h2 id="compte-rendu">Ce qui a été déclaré</h2>
      <ul>
        @for (sentence of done(); track $index) {
          <li [class.short]="sentence.short">
            <parc-icon [name]="sentence.short ? 'pause' : 'check'" [size]="18" />
            <span>{{ sentence.text }}</span>
          </li>
        }
      </ul>
      @if (devices().length > 0) {
        <parc-named-devices [devices]="devices()" />
      }
      @if (order().reportNote) {
        <p class="note">{{ order().reportNote }}</p>
      }
      @if (order().reportedCents !== null) {
        <p class="cost">
          <span class="muted">Coût, taxes comprises</span>
          <span class="amount">{{ order().reportedCents! | money }}</span>
        </p>
      }
      @if (photos()) {
        <parc-order-photos
          label="Photos des travaux"
          alternative="Photo des travaux"
          kind="report-photo"
          [orderId]="order().id"
          [files]="order().files"
        />
      }
    </section>
    @if (complement(); as sentence) {
      <parc-notice tone="waiting" heading="Complément attendu">{{ sentence }}</parc-notice>
    }
    @if (awaited()) {
      <parc-on-site-confirmation
        laterLabel="Elle confirmera plus tard"
        [pending]="work.confirming.pending()"
        [problem]="work.confirming.problem()"
        (agreed)="confirm($event)"
        (later)="left.emit()"
      />
    } @else {
      <a class="button" [routerLink]="['/commandes', order().id]">Voir la commande</a>
    }
  `,
  styles: `
    :host,
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }

    section {
      gap: 0.75rem;
    }

    section > h2 + * {
      margin-top: 0;
    }

    ul {
      display: grid;
      gap: 0.375rem;
    }

    li {
      display: flex;
      gap: 0.625rem;
    }

    li parc-icon {
      margin-top: 0.2rem;
      color: var(--on-done);
    }

    .short parc-icon {
      color: var(--on-waiting);
    }

    .note {
      padding-left: 0.75rem;
      border-left: 3px solid var(--line);
      white-space: pre-line;
    }

    .cost {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
    }
  `,
})
export class Reported {
  readonly order = input.required<OrderPage>();
  /** The performer goes back to the round. */
  readonly left = output();
  protected readonly work = inject(OrderWork);
  private readonly toasts = inject(Toasts);

  protected readonly awaited = computed(() => ORDERS.statesFrom('confirm').includes(this.order().state));
  protected readonly done = computed(() =>
    this.order().reportedAt === null ? [] : doneSentences(this.order(), startReport(this.order(), '')),
  );
  protected readonly devices = computed(() => this.order().lines.flatMap(({ devices }) => devices));
  protected readonly photos = computed(() => this.order().files.some(({ kind }) => kind === 'report-photo'));
  protected readonly expected = computed(() => {
    const due = this.order().verificationDueOn;
    return due === null ? 'L’école est prévenue.' : `L’école est prévenue, avec jusqu’au ${day(due)} pour répondre`;
  });
  protected readonly complement = computed(() => {
    const { reportedCents, heldCents } = this.order();
    if (reportedCents === null || heldCents === null || reportedCents <= heldCents || !this.awaited()) return '';
    return `Le coût dépasse l’engagement de ${money(reportedCents - heldCents)} : la gestion du plan engage un complément.`;
  });

  protected async confirm({ code, signature }: HeadAgreement): Promise<void> {
    const { id } = this.order();
    const signed = this.order().files.some(({ kind }) => kind === 'signature');
    if (signature !== null && !signed) await this.work.attachSignature(id, signature);
    const agreed = { code, seenCents: totalSeen('confirm', this.order()) };
    if (!(await this.work.move(this.work.confirming, agreed))) return;
    this.toasts.say('L’école a confirmé.');
    this.left.emit();
  }
}
