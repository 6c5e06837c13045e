import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StatementLineAnswer } from '@parc/api-client';
import { counted, DayPipe, Icon, MoneyPipe, shortDay } from '@parc/ui';
import { SIGN_LEGEND, shownLines } from './statement-reading';

/** Shown at first; the older ones stand behind one line that says what was left then. */
const SHOWN_FIRST = 30;

/** Every movement of an envelope, newest first: what takes, what gives back, what only changes its box. */
@Component({
  selector: 'parc-statement-lines',
  imports: [DayPipe, Icon, MoneyPipe, RouterLink],
  templateUrl: './statement-lines.html',
  styleUrl: './statement-lines.css',
})
export class StatementLines {
  readonly lines = input.required<readonly StatementLineAnswer[]>();
  readonly caption = input.required<string>();
  /** The order whose lines are marked. */
  readonly followed = input<string | null>(null);

  protected readonly all = linkedSignal<readonly StatementLineAnswer[], boolean>({
    source: this.lines,
    computation: (lines) => lines.length <= SHOWN_FIRST + 3,
  });
  protected readonly shown = computed(() => shownLines(this.all() ? this.lines() : this.lines().slice(0, SHOWN_FIRST)));
  protected readonly older = computed(() => {
    const older = this.all() ? [] : this.lines().slice(SHOWN_FIRST);
    const [newest, oldest] = [older[0], older.at(-1)];
    if (newest === undefined || oldest === undefined) return null;
    return {
      words: counted(older.length, 'ligne plus ancienne', 'lignes plus anciennes'),
      span: `du ${shortDay(oldest.at)} au ${shortDay(newest.at)}`,
      leftCents: newest.availableAfterCents,
    };
  });
  protected readonly legend = SIGN_LEGEND;
}
