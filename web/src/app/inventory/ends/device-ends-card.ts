import { Component, computed, inject, input } from '@angular/core';
import {
  Api,
  deviceEndsAddPhoto,
  deviceEndsCertificate,
  deviceEndsEnds,
  deviceEndsPhoto,
  deviceEndsReceipt,
  type EquipmentPage,
} from '@parc/api-client';
import { DESTINATIONS, EQUIPMENT_FAMILIES } from '@parc/domain';
import { DayPipe, MoneyPipe } from '@parc/ui';
import { KeptPhotos, type SendPhoto } from '../../shell/kept-photos';
import { may } from '../../shell/may';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import { ageInMonths, carbonWords, decisionWords, wipeWords } from './end-words';

/** What a device is worth, what making it emitted, how it ended and the papers that prove it. */
@Component({
  selector: 'parc-device-ends-card',
  imports: [DayPipe, KeptPhotos, MoneyPipe, ProblemPanel],
  templateUrl: './device-ends-card.html',
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
    }

    dl {
      display: grid;
      grid-template-columns: minmax(7rem, auto) 1fr;
      gap: 0.5rem 1rem;
      margin: 0;
    }

    dt {
      color: var(--muted);
    }

    dd {
      margin: 0;
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      display: grid;
      gap: 0.25rem;
    }
  `,
})
export class DeviceEndsCard {
  readonly device = input.required<EquipmentPage>();

  private readonly api = inject(Api);
  protected readonly reads = may('disposals.read');
  protected readonly ends = reading({
    // Its version: what was just done is told.
    asked: () => ({ id: this.device().id, version: this.device().version }),
    load: ({ id }) => this.api.invoke(deviceEndsEnds, { id }),
    keepsFormer: true,
  });
  protected readonly family = computed(() => {
    const family = this.ends.value()?.family ?? null;
    return family === null ? '' : EQUIPMENT_FAMILIES[family].word;
  });
  protected readonly destinations = DESTINATIONS;
  protected readonly age = ageInMonths;
  protected readonly carbon = carbonWords;
  protected readonly decision = decisionWords;
  protected readonly wipe = wipeWords;

  /** A slip comes after the departure: its picture is added then. */
  protected readonly adds = may('equipment.dispose');
  protected readonly sendPhoto: SendPhoto = (key, file) =>
    this.api.invoke(deviceEndsAddPhoto, { id: this.device().id, 'Idempotency-Key': key, body: { file } });

  protected photos(ids: readonly string[]): string[] {
    return ids.map((id) => this.address(deviceEndsPhoto.PATH).replace('{photoId}', id));
  }

  protected certificate(wipeId: string): string {
    return this.address(deviceEndsCertificate.PATH).replace('{wipeId}', wipeId);
  }

  protected receipt(): string {
    return this.address(deviceEndsReceipt.PATH);
  }

  private address(path: string): string {
    return this.api.rootUrl + path.replace('{id}', this.device().id);
  }
}
