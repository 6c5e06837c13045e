import { computed, inject, Injectable } from '@angular/core';
import { Api, homeDesk, ordersTabs } from '@parc/api-client';
import { reading } from '../../shell/reading';

/** What the manager's first page is made of, read once for the page and its cards. */
@Injectable()
export class DeskReading {
  private readonly api = inject(Api);
  private readonly read = reading({
    load: async () => {
      const [desk, { tabs }] = await Promise.all([this.api.invoke(homeDesk), this.api.invoke(ordersTabs)]);
      return { desk, tabs };
    },
  });
  readonly desk = computed(() => this.read.value()?.desk ?? null);
  readonly tabs = computed(() => this.read.value()?.tabs ?? []);
  readonly failed = this.read.failed;

  reload(): void {
    this.read.reload();
  }
}
