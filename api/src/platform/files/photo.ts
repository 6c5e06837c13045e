import { fileTypeFromBuffer } from 'file-type';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';

export interface Photo {
  content: Buffer;
  mediaType: 'image/webp';
  width: number;
  height: number;
}

const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif']);

/**
 * A picture made anew from what was sent: its type is read from the content, never from its name; position and every
 * other EXIF field are gone; a file that is also something else keeps only its pixels.
 * @throws Refused file.not-an-image on anything else, a bomb included
 */
export async function readPhoto(sent: Buffer): Promise<Photo> {
  const type = await fileTypeFromBuffer(sent);
  if (!type || !ACCEPTED.has(type.mime)) throw new Refused('file.not-an-image');
  // Loaded with the first picture: 20 MB and a tenth of a second that most starts do not need.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: LIMITS.photoPixels, failOn: 'error', animated: false })
      .rotate()
      .resize(LIMITS.photoSidePixels, LIMITS.photoSidePixels, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { content: data, mediaType: 'image/webp', width: info.width, height: info.height };
  } catch {
    throw new Refused('file.not-an-image');
  }
}
