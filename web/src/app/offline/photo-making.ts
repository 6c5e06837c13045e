import type { TicketPhotoRequest } from '@parc/api-client';
import { slotOf } from './photos';
import { PHOTO_SIZE_NAMES, PHOTO_SIZES, type PhotoMoment, type PhotoSize } from '@parc/domain';

/** One of the two sizes of a photo: what announces it, and its bytes. */
export interface SizedPhoto {
  readonly slot: TicketPhotoRequest;
  readonly bytes: Blob;
}

/** A photo that was taken here, drawn anew: nothing of what the camera wrote beside it is left. */
export interface TakenPhoto {
  readonly id: string;
  /** An address of this page, for an `<img>`. */
  readonly preview: string;
  readonly sizes: Readonly<Record<PhotoSize, Blob>>;
}

const QUALITY = 0.8;

/** @throws Error where the file is no picture that this browser reads */
export async function makePhoto(file: Blob): Promise<TakenPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const [small, whole] = await Promise.all(
      PHOTO_SIZE_NAMES.map((size) => drawn(picture, PHOTO_SIZES[size].sidePixels)),
    );
    return { id: crypto.randomUUID(), preview: URL.createObjectURL(small!), sizes: { small: small!, whole: whole! } };
  } finally {
    picture.close();
  }
}

/** Both sizes, each with its place: the small one first. */
export async function announced(photo: TakenPhoto, moment: PhotoMoment): Promise<readonly SizedPhoto[]> {
  return Promise.all(
    PHOTO_SIZE_NAMES.map(async (size) => {
      const bytes = photo.sizes[size];
      return { slot: { ...(await slotOf(bytes)), photoId: photo.id, size, moment }, bytes };
    }),
  );
}

function drawn(picture: ImageBitmap, sidePixels: number): Promise<Blob> {
  const scale = Math.min(1, sidePixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture was not drawn')) : resolve(blob)),
      'image/jpeg',
      QUALITY,
    );
  });
}
