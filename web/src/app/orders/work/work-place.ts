import { Component, computed, input } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { Icon } from '@parc/ui';

/** A French number as people write it: 04 77 00 00 00, 04.77.00.00.00, +33 4 77 00 00 00. */
const PHONE_NUMBER = /(?:\+33\s?|0)[1-9](?:[\s.-]?\d{2}){4}/;

/** What to know before entering: where, whom to ask for, who holds the key, the alarm. Shown while the work needs it. */
@Component({
  selector: 'parc-work-place',
  imports: [Icon],
  template: `
    <section class="card" aria-labelledby="sur-place">
      <h2 id="sur-place">Sur place</h2>
      <dl>
        @if (order().school.address; as address) {
          <div>
            <dt><parc-icon name="pin" [size]="18" /> Adresse</dt>
            <dd>
              <a [href]="map()">{{ address }}</a>
            </dd>
          </div>
        }
        @if (order().place; as place) {
          @if (place.contact) {
            <div>
              <dt><parc-icon name="person" [size]="18" /> Contact</dt>
              <dd>
                {{ place.contact }}
                @if (phone(); as number) {
                  <a class="button call" [href]="'tel:' + number"><parc-icon name="phone" [size]="18" /> Appeler</a>
                }
              </dd>
            </div>
          }
          @if (place.keyHolder) {
            <div>
              <dt><parc-icon name="key" [size]="18" /> Clés</dt>
              <dd>{{ place.keyHolder }}</dd>
            </div>
          }
          @if (place.alarm) {
            <div>
              <dt><parc-icon name="bell" [size]="18" /> Alarme</dt>
              <dd>{{ place.alarm }}</dd>
            </div>
          }
          <div>
            <dt><parc-icon name="people" [size]="18" /> Présence</dt>
            <dd>{{ place.presenceNeeded ? 'Quelqu’un de l’école doit être là' : 'L’école peut être vide' }}</dd>
          </div>
        }
        @if (order().note) {
          <div>
            <dt><parc-icon name="pencil" [size]="18" /> Mot de l’école</dt>
            <dd>{{ order().note }}</dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles: `
    dl,
    dl div {
      display: grid;
      gap: 0.875rem;
    }

    dl div {
      gap: 0.125rem;
    }

    dt {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      color: var(--muted);
      font-size: var(--text-14);
    }

    dd {
      padding-left: 1.625rem;
      white-space: pre-line;
    }

    dd a:not(.button) {
      display: inline-flex;
      align-items: center;
      min-height: var(--control-height);
      margin-block: -0.5rem;
    }

    .call {
      display: flex;
      width: fit-content;
      margin-top: 0.5rem;
    }
  `,
})
export class WorkPlace {
  readonly order = input.required<OrderPage>();

  protected readonly phone = computed(() => {
    const written = PHONE_NUMBER.exec(this.order().place?.contact ?? '')?.[0];
    return written?.replace(/[\s.-]/g, '') ?? null;
  });
  protected readonly map = computed(() => {
    const { name, address } = this.order().school;
    return `geo:0,0?q=${encodeURIComponent(`${name}, ${address ?? ''}`)}`;
  });
}
