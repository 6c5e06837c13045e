import { computed, inject, Injectable, resource } from '@angular/core';
import { Api, homeSchool } from '@parc/api-client';

/** What a school's first page is made of, read once for the page and its cards. */
@Injectable()
export class SchoolReading {
  private readonly api = inject(Api);
  private readonly read = resource({ loader: () => this.api.invoke(homeSchool) });
  readonly home = computed(() => (this.read.hasValue() ? this.read.value() : null));
  readonly failed = computed(() => this.read.status() === 'error');

  reload(): void {
    this.read.reload();
  }
}
