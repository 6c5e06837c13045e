import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { ChartDrawing } from './drawing.js';
import type { DrawnChart } from './engine.js';

/**
 * The place of a chart: the library that draws comes with the first one. It is a picture to a screen reader, whose words stand
 * around it (`parc-chart-card`).
 */
@Component({
  selector: 'parc-chart',
  host: { 'aria-hidden': 'true' },
  template: `<div #place [style.height.px]="height()"></div>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    div {
      width: 100%;
      overflow: hidden;
    }
  `,
})
export class Chart {
  /** By the width of its place, in pixels: narrow ones say less. */
  readonly drawing = input.required<(width: number) => ChartDrawing>();
  /** Pixels. */
  readonly height = input(240);

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly drawn = signal<DrawnChart | null>(null);
  private readonly width = signal(0);
  private readonly shown = computed(() => (this.width() === 0 ? null : this.drawing()(this.width())));

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(async () => {
      const place = this.place().nativeElement;
      const { begin } = await import('./engine.js');
      if (destroyed.destroyed) return;
      const chart = begin(place);
      const watch = new ResizeObserver(() => {
        chart.fit();
        this.width.set(place.clientWidth);
      });
      watch.observe(place);
      destroyed.onDestroy(() => {
        watch.disconnect();
        chart.end();
      });
      this.width.set(place.clientWidth);
      this.drawn.set(chart);
    });
    effect(() => {
      const [chart, shown] = [this.drawn(), this.shown()];
      this.height();
      if (chart === null || shown === null) return;
      chart.fit();
      chart.show(shown);
    });
  }
}
