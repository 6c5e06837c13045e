import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One element of a PDF's structure tree, as a screen reader walks it. */
export interface Heard {
  /** `H1`, `P`, `TH`… */
  role: string;
  /** What stands in it and in its children, in reading order; one plain space for spaces and ends of lines. */
  text: string;
  children: Heard[];
}

/** A piece of ink, in points from the page's left edge. */
export interface Ink {
  page: number;
  text: string;
  left: number;
  right: number;
}

export interface HeardPdf {
  title: unknown;
  language: unknown;
  /** `D:20261006080000Z` */
  created: unknown;
  /** `1` in a document that declares PDF/UA-1. */
  accessible: string | null;
  tagged: boolean;
  pages: number;
  pageWidth: number;
  elements: Heard[];
  ink: Ink[];
}

/** Reads a PDF as who listens to it does: by its structure tree, never by the places of its ink. */
export async function heard(content: Buffer): Promise<HeardPdf> {
  const loading = getDocument({ data: new Uint8Array(content), verbosity: 0, useSystemFonts: false });
  const pdf = await loading.promise;
  try {
    const { info, metadata } = await pdf.getMetadata();
    const told = info as { Title?: unknown; Language?: unknown; CreationDate?: unknown };
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
    const read = await Promise.all(pages.map(readPage));
    return {
      title: told.Title,
      language: told.Language,
      created: told.CreationDate,
      accessible: metadata?.get('pdfuaid:part') ?? null,
      tagged: Boolean((await pdf.getMarkInfo())?.Marked),
      pages: pdf.numPages,
      pageWidth: pages[0]?.getViewport({ scale: 1 }).width ?? 0,
      elements: read.flatMap(({ elements }) => elements),
      ink: read.flatMap(({ ink }) => ink),
    };
  } finally {
    await loading.destroy();
  }
}

interface TreeNode {
  role: string;
  children: (TreeNode | { type: string; id: string })[];
}

async function readPage(page: PDFPageProxy): Promise<{ elements: Heard[]; ink: Ink[] }> {
  const texts = new Map<string, string>();
  const ink: Ink[] = [];
  const open: string[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
      continue;
    }
    const id = open.findLast((one) => one !== '');
    if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    const left = item.transform[4] as number;
    if (item.str.trim() !== '') ink.push({ page: page.pageNumber, text: item.str, left, right: left + item.width });
  }
  const tree = (await page.getStructTree()) as TreeNode | null;
  return { elements: (tree?.children ?? []).flatMap((child) => heardFrom(child, texts)), ink };
}

function heardFrom(node: TreeNode['children'][number], texts: Map<string, string>): Heard[] {
  if ('type' in node) return [{ role: '', text: texts.get(node.id) ?? '', children: [] }];
  const children = node.children.flatMap((child) => heardFrom(child, texts));
  const between = children.every((child) => child.role !== '') ? ' ' : '';
  const text = children.map((child) => child.text).join(between);
  return [{ role: node.role, text: text.replaceAll(/\s+/g, ' ').trim(), children }];
}

/** Every element with one of the roles, in reading order, however deep it stands. */
export function elementsOf(elements: Heard[], ...roles: string[]): Heard[] {
  return elements.flatMap((element) => [
    ...(roles.includes(element.role) ? [element] : []),
    ...elementsOf(element.children, ...roles),
  ]);
}

/** A page as it comes out of the printer: red, green, blue and opacity of each dot, row by row. */
export interface DrawnPage {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

interface Drawing {
  canvas: { width: number; height: number };
  context: { getImageData(x: number, y: number, width: number, height: number): DrawnPage };
}

/** The pages of a PDF as pictures, at so many dots an inch. */
export async function drawn(content: Buffer, dotsPerInch: number): Promise<DrawnPage[]> {
  const loading = getDocument({ data: new Uint8Array(content), verbosity: 0, useSystemFonts: false });
  const pdf = await loading.promise;
  const factory = pdf.canvasFactory as { create(width: number, height: number): Drawing };
  try {
    const pages: DrawnPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: dotsPerInch / 72 });
      const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
      pages.push(context.getImageData(0, 0, canvas.width, canvas.height));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}
