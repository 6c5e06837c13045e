import { computed, inject, Injectable, resource } from '@angular/core';
import { Api, homeDesk, ordersTabs } from '@parc/api-client';
import { asProblem } from '../../shell/problem';

/** What the manager's first page is made of, read once for the page and its cards. */
@Injectable()
export class DeskReading {
  private readonly api = inject(Api);
  private readonly read = resource({
    loader: async () => {
      const [desk, { tabs }] = await Promise.all([this.api.invoke(homeDesk), this.api.invoke(ordersTabs)]);
      return { desk, tabs };
    },
  });
  private readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : null));
  readonly desk = computed(() => this.shown()?.desk ?? null);
  readonly tabs = computed(() => this.shown()?.tabs ?? []);
  readonly failed = computed(() => (this.read.status() === 'error' ? asProblem(this.read.error()) : null));

  reload(): void {
    this.read.reload();
  }
}
