/** What of an element a picture keeps when it leaves the page that gave it its colours. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];
/** Pixels of the picture for one of the screen. */
const SHARPNESS = 2;
const MARGIN = 16;
const TITLE_HEIGHT = 44;

/** An SVG of the page as it looks now, with its title above it, as a PNG. */
export async function pictureOf(svg: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const text = new XMLSerializer().serializeToString(withOwnColours(svg, width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SHARPNESS;
  canvas.height = (height + TITLE_HEIGHT + MARGIN) * SHARPNESS;
  const paint = canvas.getContext('2d')!;
  const style = getComputedStyle(svg);
  paint.scale(SHARPNESS, SHARPNESS);
  paint.fillStyle = groundOf(svg);
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.fillStyle = style.color;
  paint.font = `700 18px ${getComputedStyle(document.body).fontFamily}`;
  paint.fillText(title, MARGIN, 28, width);
  paint.drawImage(image, MARGIN, TITLE_HEIGHT, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture')) : resolve(blob)), 'image/png'),
  );
}

function withOwnColours(svg: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [place, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      // Patterns are named by their place in the page; in the copy they are where they were.
      if (value !== '' && !value.includes('url(')) (copies[place] as SVGElement).style.setProperty(name, value);
    }
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}

/** The colour that stands behind an element. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const ground = getComputedStyle(at).backgroundColor;
    if (ground !== 'rgba(0, 0, 0, 0)' && ground !== 'transparent') return ground;
  }
  return 'white';
}
