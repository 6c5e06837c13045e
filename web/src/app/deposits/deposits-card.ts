import { Component, computed, inject } from '@angular/core';
import { Api, depositsList } from '@parc/api-client';
import { LinkLines } from '../shell/homes/link-lines';
import { reading } from '../shell/reading';
import { depositLines } from './deposit-words';

/** On the manager's desk: what technicians have done and the application has refused; nothing where all is read. */
@Component({
  selector: 'parc-deposits-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="deposits">
        <h2 id="deposits">Confié par les techniciens</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class DepositsCard {
  private readonly api = inject(Api);
  private readonly unread = reading({ load: () => this.api.invoke(depositsList, { read: false, size: 1 }) });
  protected readonly lines = computed(() => depositLines(this.unread.value()?.total ?? 0));
}
