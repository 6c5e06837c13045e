import { Component, effect, inject, input } from '@angular/core';
import type { OrderPage } from '@parc/api-client';
import { PhotoBox } from '../photos/photo-box';
import { PhotoSending } from '../photos/photo-sending';

/** Photos of the work, taken while it is done; sent by whoever provides `PhotoSending`, which knows when all have arrived. */
@Component({
  selector: 'parc-report-photos',
  imports: [PhotoBox],
  template: `<parc-photo-box label="Photos envoyées" alternative="Photo des travaux" />`,
})
export class ReportPhotos {
  readonly order = input.required<OrderPage>();
  private readonly photos = inject(PhotoSending);

  constructor() {
    this.photos.kind.set('report-photo');
    effect(() => {
      this.photos.orderId.set(this.order().id);
      this.photos.known.set(this.order().files);
    });
  }
}
