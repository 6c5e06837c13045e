import { Component, computed, DestroyRef, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, attendanceCode } from '@parc/api-client';
import { ATTENDANCE_CODE_SECONDS } from '@parc/domain';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

const TICK_MILLISECONDS = 1_000;

/** The code that the trainer holds up, another one each minute: whoever is there types it on their own phone. */
@Component({
  selector: 'parc-code-sheet',
  imports: [ProblemPanel],
  template: `
    <dialog #dialog aria-labelledby="code-titre" (close)="hide()">
      @if (shown()) {
        <div class="content">
          <div class="line">
            <h2 id="code-titre">Montrez ce code</h2>
            <button type="button" class="button button-dense" (click)="dialog.close()">Fermer</button>
          </div>
          @if (code.value(); as now) {
            <p class="code" aria-live="polite">{{ now.shown.slice(0, 3) }}&nbsp;{{ now.shown.slice(3) }}</p>
            <progress aria-label="Temps qui reste à ce code" [max]="seconds" [value]="left()"></progress>
            <p class="muted">
              Chaque inscrit le saisit dans Parc École, sur la page de cette session. Il change toutes les minutes ; le
              précédent vaut encore une minute.
            </p>
          } @else if (code.failed(); as failed) {
            <p>Le code a besoin du réseau. Sans lui, notez les présences dans la liste.</p>
            <parc-problem-panel [problem]="failed" heading="Pas de code pour l’instant" (retry)="code.reload()" />
          } @else {
            <p class="muted" role="status">Le code arrive…</p>
          }
        </div>
      }
    </dialog>
  `,
  styleUrl: './sheet.css',
})
export class CodeSheet {
  readonly sessionId = input.required<string>();
  /** Who has signed meanwhile is read again. */
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly shown = signal(false);
  private readonly now = signal(Date.now());
  private readonly asked = signal(0);
  protected readonly code = reading({
    asked: () => (this.shown() ? this.asked() : undefined),
    load: () => this.api.invoke(attendanceCode, { id: this.sessionId() }),
    keepsFormer: true,
  });
  protected readonly seconds = ATTENDANCE_CODE_SECONDS;
  /** Seconds, by this phone's own clock from when it was read: it may be late or ahead of the server's. */
  protected readonly left = computed(() => {
    const until = this.code.value()?.until;
    if (until === undefined) return ATTENDANCE_CODE_SECONDS;
    return Math.min(ATTENDANCE_CODE_SECONDS, Math.max(0, Math.round((Date.parse(until) - this.now()) / 1000)));
  });
  private ticking: ReturnType<typeof setInterval> | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  open(): void {
    this.shown.set(true);
    this.dialog().nativeElement.showModal();
    this.stop();
    this.ticking = setInterval(() => this.tick(), TICK_MILLISECONDS);
    this.tick();
  }

  protected hide(): void {
    this.stop();
    this.shown.set(false);
    this.closed.emit();
  }

  /** The next one is read once this one is over. */
  private tick(): void {
    this.now.set(Date.now());
    const until = this.code.value()?.until;
    if (until === undefined || Date.parse(until) > Date.now() || this.code.loading()) return;
    this.asked.update((times) => times + 1);
  }

  private stop(): void {
    if (this.ticking !== null) clearInterval(this.ticking);
    this.ticking = null;
  }
}
