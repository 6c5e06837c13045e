import { inject, Injectable } from '@angular/core';
import { Api, homeSchool } from '@parc/api-client';
import { reading } from '../../shell/reading';

/** What a school's first page is made of, read once for the page and its cards. */
@Injectable()
export class SchoolReading {
  private readonly api = inject(Api);
  private readonly read = reading({ load: () => this.api.invoke(homeSchool) });
  readonly home = this.read.value;
  readonly failed = this.read.failed;

  reload(): void {
    this.read.reload();
  }
}
