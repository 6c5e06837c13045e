import { Component, computed, ElementRef, input, model, viewChild } from '@angular/core';

/** One stroke: points in CSS px of the pad. */
export type Stroke = readonly { readonly x: number; readonly y: number }[];

const LINE_WIDTH = 2.5;
const INK = '#1b2420';

/**
 * A signature drawn with a finger, a pen or a mouse. It is an attachment, never the proof: who cannot draw goes on
 * without it, and the name that was written is enough.
 */
@Component({
  selector: 'parc-signature-pad',
  template: `
    <div class="head">
      <span aria-hidden="true">{{ label() }}</span>
      <button type="button" class="button-as-link small" [disabled]="empty()" (click)="strokes.set([])">Effacer</button>
    </div>
    <svg
      #pad
      role="img"
      [attr.aria-label]="empty() ? label() + ', rien n’est encore tracé' : label() + ', tracée'"
      (pointerdown)="begin($event)"
      (pointermove)="draw($event)"
      (pointerup)="drawing = false"
      (pointercancel)="drawing = false"
    >
      @for (line of drawings(); track $index) {
        <path [attr.d]="line" />
      }
    </svg>
    @if (hint(); as words) {
      <p class="muted small">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.375rem;
    }

    .head {
      display: flex;
      justify-content: space-between;
      font-weight: var(--weight-strong);
    }

    .head button:disabled {
      color: var(--muted);
      text-decoration: none;
      cursor: default;
    }

    svg {
      width: 100%;
      height: 9rem;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: #fff;
      cursor: crosshair;
      touch-action: none;
    }

    path {
      fill: none;
      stroke: #1b2420;
      stroke-width: 2.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class SignaturePad {
  readonly strokes = model<readonly Stroke[]>([]);
  readonly label = input('Signature');
  /** What it is worth there; empty where nothing is to be said. */
  readonly hint = input('Le dessin est facultatif : le code suffit.');

  protected readonly empty = computed(() => this.strokes().length === 0);
  protected readonly drawings = computed(() => this.strokes().map(pathOf));
  protected drawing = false;
  private readonly pad = viewChild.required<ElementRef<SVGSVGElement>>('pad');

  /** The drawing as a PNG on white, or null when nothing was drawn. */
  async toPng(): Promise<Blob | null> {
    if (this.empty()) return null;
    const { width, height } = this.pad().nativeElement.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.scale(2, 2);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    Object.assign(context, { strokeStyle: INK, lineWidth: LINE_WIDTH, lineCap: 'round', lineJoin: 'round' });
    for (const drawing of this.drawings()) context.stroke(new Path2D(drawing));
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  }

  protected begin(event: PointerEvent): void {
    this.drawing = true;
    this.pad().nativeElement.setPointerCapture?.(event.pointerId);
    this.strokes.update((strokes) => [...strokes, [this.pointOf(event)]]);
  }

  protected draw(event: PointerEvent): void {
    if (!this.drawing) return;
    this.strokes.update((strokes) => [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), this.pointOf(event)]]);
  }

  private pointOf(event: PointerEvent): { x: number; y: number } {
    const { left, top } = this.pad().nativeElement.getBoundingClientRect();
    return { x: Math.round(event.clientX - left), y: Math.round(event.clientY - top) };
  }
}

/** A tap alone is a dot: its line of no length is drawn by the round end. */
function pathOf(stroke: Stroke): string {
  const [first, ...others] = stroke;
  if (first === undefined) return '';
  const lines = others.length === 0 ? [first] : others;
  return `M${first.x} ${first.y}${lines.map(({ x, y }) => `L${x} ${y}`).join('')}`;
}
