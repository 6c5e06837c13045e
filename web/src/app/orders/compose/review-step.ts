import { Component, computed, inject } from '@angular/core';
import { lineAmounts } from '@parc/domain';
import { counted, day, Icon, MoneyPipe, time } from '@parc/ui';
import { PhotoSending } from '../photos/photo-sending';
import { Basket } from './basket';

/** Third step: everything on one page before the money is held. */
@Component({
  selector: 'parc-review-step',
  imports: [Icon, MoneyPipe],
  template: `
    <section class="card">
      <h2>Ce que vous commandez</h2>
      <ul class="lines">
        @for (line of lines(); track line.id) {
          <li>
            <span>
              <b>{{ line.quantity }} × {{ line.name }}</b>
              <span class="muted small">{{ line.room }} · {{ line.performer }}</span>
            </span>
            <b>{{ line.totalCents | money }}</b>
          </li>
        }
        <li class="total">
          <b>Total, taxes comprises</b>
          <b>{{ basket.totalCents() | money }}</b>
        </li>
      </ul>
    </section>
    <section class="card">
      <h2>Le rendez-vous</h2>
      <ul class="facts">
        <li><parc-icon name="calendar" [size]="18" /> {{ when() }}</li>
        <li><parc-icon name="person" [size]="18" /> {{ basket.contact() || 'Contact : la direction' }}</li>
        @if (photos(); as words) {
          <li><parc-icon name="camera" [size]="18" /> {{ words }}</li>
        }
        @if (basket.note()) {
          <li><parc-icon name="pencil" [size]="18" /> {{ basket.note() }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }
    .lines li {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.75rem 0;
      border-bottom: 1px solid var(--line);
    }
    .lines li > span {
      display: grid;
    }
    .lines .total {
      border: 0;
      font-size: var(--text-18);
    }
    .lines li > b {
      white-space: nowrap;
    }
    .facts {
      display: grid;
      gap: 0.5rem;
    }
    .facts li {
      display: flex;
      gap: 0.625rem;
    }
  `,
})
export class ReviewStep {
  protected readonly basket = inject(Basket);
  protected readonly lines = computed(() => {
    const rooms = new Map((this.basket.rooms.value() ?? []).map((room) => [room.id, room.name]));
    return this.basket.lines().map(({ item, quantity, roomId }) => ({
      id: item.id,
      name: item.name,
      quantity,
      room: roomId ? (rooms.get(roomId) ?? '') : 'salle à préciser',
      performer: item.performerName,
      totalCents: lineAmounts({ quantity, unitNetCents: item.unitNetCents, vatBasisPoints: item.vatBasisPoints })
        .totalCents,
    }));
  });
  private readonly sending = inject(PhotoSending);
  /** Those still on their way count: they arrive before the order leaves. */
  protected readonly photos = computed(() => {
    const count = this.sending.photos().length + this.sending.underWay();
    return count === 0 ? '' : counted(count, 'photo du lieu', 'photos du lieu');
  });
  protected readonly when = computed(() => {
    const slot = this.basket.slot() ?? this.basket.estimate.value()?.slots[0];
    return slot ? `Souhaité ${day(slot.day)}, de ${time(slot.from)} à ${time(slot.to)}` : 'Date à convenir';
  });
}
