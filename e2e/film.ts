import { writeFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const WIDTH = 640;
const HEIGHT = 480;

interface Drawing {
  canvas: { width: number; height: number };
  context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}

/**
 * What a camera sees that is held before the first page of a document: a film of two pictures, which the browser plays again
 * and again in the place of its camera.
 * @param path ends on .y4m
 */
export async function filmOf(pdf: Buffer, path: string): Promise<void> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
  const height = Math.min(HEIGHT, Math.floor(viewport.height));
  const factory = document.canvasFactory as { create(width: number, height: number): Drawing };
  const { canvas, context } = factory.create(WIDTH, height);
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, WIDTH, height);
  await loading.destroy();
  const grey = Buffer.alloc(WIDTH * HEIGHT, 255);
  const above = Math.floor((HEIGHT - height) / 2) * WIDTH;
  for (let dot = 0; dot < WIDTH * height; dot++) grey[above + dot] = data[dot * 4]!;
  // Paper has no colour.
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), grey, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, picture, picture]));
}
