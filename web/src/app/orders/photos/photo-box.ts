import { booleanAttribute, Component, inject, input } from '@angular/core';
import { Icon } from '@parc/ui';
import { OrderPhotos } from './order-photos';
import { PHOTO_TYPES, PhotoSending } from './photo-sending';

/** The photos of an order as they leave: those that arrived, those on their way, those that did not leave and why. */
@Component({
  selector: 'parc-photo-box',
  imports: [Icon, OrderPhotos],
  templateUrl: './photo-box.html',
  styleUrl: './photo-box.css',
})
export class PhotoBox {
  readonly label = input.required<string>();
  /** What one photo shows, before its rank: "Photo du lieu". */
  readonly alternative = input.required<string>();
  /** A photo that arrived may still be taken away. */
  readonly removable = input(false, { transform: booleanAttribute });

  protected readonly photos = inject(PhotoSending);
  protected readonly isPicture = ({ type }: File): boolean => PHOTO_TYPES.includes(type);
  protected readonly accepted = PHOTO_TYPES.join(',');
}
