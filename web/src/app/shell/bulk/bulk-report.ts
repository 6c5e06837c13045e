import { Component, computed, ElementRef, input, output, viewChild } from '@angular/core';
import { Icon, Notice } from '@parc/ui';
import type { Problem } from '../problem';

/** What becomes of one ticked row. */
export interface ReportLine {
  readonly id: string;
  readonly done: boolean;
  readonly name: string;
  /** Beside its name: where it is. */
  readonly note: string;
  /** Why it is refused; empty when it is not. */
  readonly why: string;
  /** At the end of a line that is done; empty where there is nothing to say. */
  readonly end: string;
}

/**
 * What would become of many rows, then what became of them: a line each, what needs a look first. Nothing is done before
 * the list of what will be done was shown.
 */
@Component({
  selector: 'parc-bulk-report',
  imports: [Icon, Notice],
  templateUrl: './bulk-report.html',
  styleUrl: './bulk-report.css',
})
export class BulkReport {
  /** Null before the first answer. */
  readonly lines = input.required<readonly ReportLine[] | null>();
  readonly heading = input.required<string>();
  /** What the deciding button says. */
  readonly applyLabel = input.required<string>();
  readonly applied = input.required<boolean>();
  readonly pending = input(false);
  readonly problem = input<Problem | null>(null);
  readonly decided = output();
  readonly retried = output();
  readonly closed = output();

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly sorted = computed(() =>
    [...(this.lines() ?? [])].sort((one, other) => Number(one.done) - Number(other.done)),
  );
  protected readonly counts = computed(() => {
    const done = this.sorted().filter((line) => line.done).length;
    return { done, refused: this.sorted().length - done };
  });

  open(): void {
    if (!this.dialog().nativeElement.open) this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
    this.closed.emit();
  }
}
