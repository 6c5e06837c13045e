import { writeFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';

/**
 * Makes one picture anew, in a process of its own that ends with it (`photo.ts` starts it): a decoder's memory goes back to
 * the system whole, and one that hangs or falls takes nobody with it. It names packages alone, so that it also runs as it
 * stands here, uncompiled.
 */
export interface PictureTask {
  /** Where the file sent lies. */
  from: string;
  /** Where the picture made of it is written, as WebP. */
  to: string;
  sidePixels: number;
  most: { inRows: number; inPasses: number; webp: number; avif: number };
}

export type PictureMade =
  | { width: number; height: number }
  | { refused: 'file.too-many-pixels' | 'file.not-an-image' }
  /** The system's word for why it was not written (ENOSPC…): the picture is not at fault. */
  | { unwritten: string };

class Unwritten extends Error {}

async function make({ from, to, sidePixels, most }: PictureTask): Promise<PictureMade> {
  // No picture comes twice, and one thread of a small machine is enough for one.
  sharp.cache(false);
  sharp.concurrency(1);
  const header = await sharp(from, { limitInputPixels: false }).metadata();
  const limitInputPixels = mostPixels(header, most);
  if (header.width * header.height > limitInputPixels) return { refused: 'file.too-many-pixels' };
  const { data, info } = await sharp(from, { limitInputPixels, failOn: 'error', animated: false })
    .rotate()
    .resize(sidePixels, sidePixels, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  await writeFile(to, data, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Unwritten(error.code);
  });
  return { width: info.width, height: info.height };
}

/** By how the picture has to be read, as its header says; a header that lies is refused by the decoder. */
function mostPixels({ format, isProgressive, depth }: Metadata, most: PictureTask['most']): number {
  const pixels =
    format === 'heif' ? most.avif : format === 'webp' ? most.webp : isProgressive ? most.inPasses : most.inRows;
  return depth === 'uchar' ? pixels : pixels / 2;
}

const made = await make(JSON.parse(process.argv[2]!) as PictureTask).catch((error: unknown): PictureMade =>
  error instanceof Unwritten ? { unwritten: error.message } : { refused: 'file.not-an-image' },
);
process.stdout.write(JSON.stringify(made));
