import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { hexagonsOf, middleOf, ROW_HEIGHT } from '@parc/domain';

/** A commune on the map. */
export interface MapCell {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  /** Three letters. */
  readonly short: string;
  /** In it; empty: nothing is known. */
  readonly text: string;
  /** 1 to 5; null: no school of the plan. */
  readonly colour: number | null;
  /** For who does not see it: « Firminy, 18 appareils pour 100 élèves ». */
  readonly told: string;
}

interface Drawn extends MapCell {
  readonly x: number;
  readonly y: number;
}

/** Pixels of one hexagon's width, before the map takes the room that it is given. */
const WIDTH = 48;
const GAP = 1;

/**
 * A hexagon a commune, near where it lies: no tile, no outline, nothing from outside. One stop for the keyboard: arrows walk to
 * the nearest commune that way, Entrée opens it, Échap goes back.
 */
@Component({
  selector: 'parc-hexagon-map',
  template: `
    <svg
      [attr.viewBox]="box()"
      role="listbox"
      tabindex="0"
      [attr.aria-label]="label()"
      [attr.aria-activedescendant]="focused() ? cellId(focused()!) : null"
      (keydown)="walk($event)"
      (focus)="start()"
      (blur)="at.set(null)"
    >
      <defs>
        <pattern id="no-school" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="blank" />
          <line x1="0" y1="0" x2="0" y2="6" class="stripe" />
        </pattern>
      </defs>
      @for (cell of cells(); track cell.id) {
        <g
          role="option"
          [attr.id]="cellId(cell)"
          [attr.aria-selected]="cell.id === chosen()"
          [attr.class]="classOf(cell)"
          [attr.transform]="'translate(' + cell.x + ' ' + cell.y + ')'"
          (click)="open(cell)"
        >
          <title>{{ cell.told }}</title>
          <polygon [attr.points]="outline" />
          <text y="-4" class="short">{{ cell.short }}</text>
          <text y="12" class="value">{{ cell.text }}</text>
        </g>
      }
      @if (marked(); as cell) {
        <polygon class="mark" [attr.points]="outline" [attr.transform]="'translate(' + cell.x + ' ' + cell.y + ')'" />
      }
      @if (focused(); as cell) {
        <polygon class="ring" [attr.points]="outline" [attr.transform]="'translate(' + cell.x + ' ' + cell.y + ')'" />
      }
    </svg>
  `,
  styleUrl: './hexagon-map.css',
})
export class HexagonMap {
  readonly communes = input.required<readonly MapCell[]>();
  readonly label = input.required<string>();
  /** The commune that the page is about. */
  readonly chosen = input<string | null>(null);
  readonly opened = output<string>();
  /** Échap: out of the commune that the page is about. */
  readonly left = output();

  protected readonly at = signal<string | null>(null);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly outline = outlineOf(WIDTH / 2 - GAP);

  protected readonly cells = computed<readonly Drawn[]>(() => {
    const places = new Map(hexagonsOf(this.communes()).map((cell) => [cell.id, middleOf(cell)]));
    return this.communes().map((commune) => {
      const { x, y } = places.get(commune.id)!;
      return { ...commune, x: (x + 0.5) * WIDTH, y: (y + 0.5 / ROW_HEIGHT) * WIDTH };
    });
  });
  protected readonly box = computed(() => {
    const cells = this.cells();
    const right = Math.max(WIDTH, ...cells.map(({ x }) => x + WIDTH / 2));
    const bottom = Math.max(WIDTH, ...cells.map(({ y }) => y + WIDTH / 2 / ROW_HEIGHT));
    return `-4 -4 ${Math.ceil(right) + 8} ${Math.ceil(bottom) + 8}`;
  });
  protected readonly focused = computed(() => this.cells().find(({ id }) => id === this.at()) ?? null);
  protected readonly marked = computed(() => this.cells().find(({ id }) => id === this.chosen()) ?? null);

  protected cellId = ({ id }: MapCell): string => `commune-${id}`;
  protected classOf = ({ colour, id }: MapCell): string =>
    `${colour === null ? 'none' : `colour-${colour}`}${id === this.chosen() ? ' chosen' : ''}`;

  protected start(): void {
    this.at.set(this.chosen() ?? this.cells()[0]?.id ?? null);
  }

  protected open(cell: MapCell): void {
    if (cell.colour !== null) this.opened.emit(cell.id);
  }

  protected walk(event: KeyboardEvent): void {
    const from = this.focused();
    if (from === null) return;
    const way = WAYS[event.key];
    if (way !== undefined) this.at.set(nextThatWay(this.cells(), from, way).id);
    else if (event.key === 'Enter') this.open(from);
    else if (event.key === 'Escape') this.left.emit();
    else return;
    event.preventDefault();
    const place = this.cells().indexOf(this.focused()!);
    this.host.nativeElement.querySelectorAll('[role=option]')[place]?.scrollIntoView({ block: 'nearest' });
  }
}

type Way = readonly [right: number, down: number];
const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest cell in a direction, aside counting double; where there is none, the same. */
export function nextThatWay<Cell extends { x: number; y: number }>(
  cells: readonly Cell[],
  from: Cell,
  [right, down]: Way,
): Cell {
  const ahead = cells.flatMap((cell) => {
    const [x, y] = [cell.x - from.x, cell.y - from.y];
    const along = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    return along > 1 && aside <= along * 2 ? [{ cell, far: along + 2 * aside }] : [];
  });
  return ahead.sort((one, other) => one.far - other.far)[0]?.cell ?? from;
}

function outlineOf(halfWidth: number): string {
  const radius = halfWidth / ROW_HEIGHT;
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner + Math.PI / 6;
    return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');
}
