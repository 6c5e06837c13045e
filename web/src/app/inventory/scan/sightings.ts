import { inject, Injectable } from '@angular/core';
import { Api, labelsSee } from '@parc/api-client';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';

/** Whoever reads a label stands before its device: it says when it was seen. Nobody waits for it. */
@Injectable({ providedIn: 'root' })
export class Sightings {
  private readonly api = inject(Api);
  private readonly sees = may('equipment.see');
  private readonly seeing = mutation((key, id: string) => this.api.invoke(labelsSee, { id, 'Idempotency-Key': key }));
  private last: Promise<unknown> = Promise.resolve();

  /** One after the other: many labels may be read in a row. */
  note(id: string): void {
    if (this.sees()) this.last = this.last.then(() => this.seeing.run(id));
  }
}
