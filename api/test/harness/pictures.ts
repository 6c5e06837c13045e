import sharp, { type Sharp } from 'sharp';

type Picture = Promise<Buffer<ArrayBuffer>>;

const plain = (width: number, height = width): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#0F5B4A' }, limitInputPixels: false });

const made = async (picture: Sharp): Picture => Buffer.from(await picture.toBuffer());

export const avif = (width: number, height = width): Picture => made(plain(width, height).avif({ effort: 0 }));
export const jpeg = (width: number, height = width): Picture => made(plain(width, height).jpeg());
export const progressiveJpeg = (width: number, height = width): Picture =>
  made(plain(width, height).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }));
/** What a camera gives: nothing in it can be left out, so that its bytes are many. */
export const noisyJpeg = (width: number): Picture =>
  made(
    sharp({
      create: {
        width,
        height: width,
        channels: 3,
        background: '#0F5B4A',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    }).jpeg({ quality: 90 }),
  );
export const png = (width: number): Picture => made(plain(width).png());
export const interlacedPng = (width: number): Picture => made(plain(width).png({ progressive: true }));
export const losslessWebp = (width: number): Picture => made(plain(width).webp({ lossless: true, effort: 0 }));

/** A baseline JPEG that sends its three colours one after the other: the decoder must hold all of them to the end. */
export function jpegInThreeScans(width: number, height = width): Buffer<ArrayBuffer> {
  const segment = (marker: number, data: number[]) => {
    const length = data.length + 2;
    return [0xff, marker, length >> 8, length & 255, ...data];
  };
  const table = (kind: number) => segment(0xc4, [kind, 1, ...Array<number>(15).fill(0), 0]);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const head = [
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...Array<number>(64).fill(16)]),
    ...segment(0xc0, [8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    ...table(0),
    ...table(0x10),
  ];
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // Two bits a block: nothing differs from the block before.
  const scan = (colour: number) => [
    Buffer.from(segment(0xda, [1, colour, 0, 0, 63, 0])),
    Buffer.alloc(Math.ceil(blocks / 4)),
  ];
  return Buffer.from(Buffer.concat([Buffer.from(head), ...[1, 2, 3].flatMap(scan), Buffer.from([0xff, 0xd9])]));
}

/** The same file, whose header says another size. */
export function saidToBe(width: number, picture: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const lying = Buffer.from(picture);
  for (let at = lying.indexOf('ispe'); at >= 0; at = lying.indexOf('ispe', at + 4)) {
    lying.writeUInt32BE(width, at + 8);
    lying.writeUInt32BE(width, at + 12);
  }
  return lying;
}
