import { fileTypeFromFile } from 'file-type';
import type { Metadata } from 'sharp';
import { Refused } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import { inTurn } from '../work/dear-work.js';

export interface Photo {
  content: Buffer;
  mediaType: 'image/webp';
  width: number;
  height: number;
}

/** HEIC is not among them: nothing here can read it, whatever its size. */
const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

/**
 * A picture made anew from the file sent: its type is read from the content, never from its name; position and every
 * other EXIF field are gone; a file that is also something else keeps only its pixels.
 * @param person whose turn it is
 * @throws Refused file.not-an-image on anything else, file.too-many-pixels by what its header says, work.too-many
 */
export async function readPhoto(path: string, person: string): Promise<Photo> {
  const type = await fileTypeFromFile(path);
  if (!type || !ACCEPTED.has(type.mime)) throw new Refused('file.not-an-image');
  return inTurn('picture', person, () => madeAnew(path));
}

async function madeAnew(path: string): Promise<Photo> {
  const sharp = await loadSharp();
  const header = await sharp(path, { limitInputPixels: false }).metadata().catch(unreadable);
  const limitInputPixels = mostPixels(header);
  if (header.width * header.height > limitInputPixels) throw new Refused('file.too-many-pixels');
  const { data, info } = await sharp(path, { limitInputPixels, failOn: 'error', animated: false })
    .rotate()
    .resize(LIMITS.photoSidePixels, LIMITS.photoSidePixels, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable);
  return { content: data, mediaType: 'image/webp', width: info.width, height: info.height };
}

/** Loaded with the first picture: 20 MB and a tenth of a second that most starts do not need. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // No picture comes twice, and one thread of a small machine is enough for one picture.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** By how the picture has to be read, as its header says; a header that lies is refused by the decoder. */
function mostPixels({ format, isProgressive, depth }: Metadata): number {
  const { inRows, inPasses, webp, avif } = LIMITS.photoPixels;
  const most = format === 'heif' ? avif : format === 'webp' ? webp : isProgressive ? inPasses : inRows;
  return depth === 'uchar' ? most : most / 2;
}

function unreadable(): never {
  throw new Refused('file.not-an-image');
}
