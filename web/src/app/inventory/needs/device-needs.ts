import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type EquipmentPage, needsForDevice, redeploymentsPropose } from '@parc/api-client';
import { IDLE_REASONS } from '@parc/domain';
import { Choice, type ChoiceOption, counted, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';

/** Supply beside stated needs: to whom a device that lies idle may be offered. One is chosen; nothing moves before the heads have spoken. */
@Component({
  selector: 'parc-device-needs',
  imports: [ActProblem, Choice, RouterLink],
  template: `
    @if (needs.value(); as page) {
      @if (page.proposedId) {
        <section class="card">
          <a [routerLink]="['/parc/redeploiements', page.proposedId]">Cet appareil est proposé à une école</a>
        </section>
      } @else if (page.idle && page.items.length > 0) {
        <section class="card" aria-labelledby="needs-for-device">
          <h2 id="needs-for-device">{{ title() }}</h2>
          <p class="muted small">Cet appareil est {{ idleWords() }}.</p>
          <parc-choice
            legend="À quelle école le proposer"
            [options]="options()"
            [value]="chosen()"
            (valueChange)="chosen.set($event)"
          />
          @if (proposing.problem(); as problem) {
            <parc-act-problem [problem]="problem" (reread)="reread()" />
          }
          <button
            type="button"
            class="button button-primary"
            [disabled]="!chosen() || proposing.pending()"
            (click)="propose()"
          >
            {{ button() }}
          </button>
          <p class="muted small">Les deux directions donnent leur avis, rien ne bouge avant.</p>
        </section>
      }
    }
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
    }
  `,
})
export class DeviceNeedsCard {
  readonly device = input.required<EquipmentPage>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly decides = may('redeployments.decide');
  protected readonly needs = reading({
    asked: () => (this.decides() ? { id: this.device().id, version: this.device().version } : undefined),
    load: ({ id }) => this.api.invoke(needsForDevice, { id }),
  });
  protected readonly chosen = signal<string | null>(null);
  protected readonly title = computed(() => {
    const count = this.needs.value()?.items.length ?? 0;
    return count === 1 ? 'Une école en a besoin' : `${count} besoins dits par des écoles`;
  });
  protected readonly idleWords = computed(() => {
    const idle = this.needs.value()?.idle ?? null;
    return idle === null ? '' : IDLE_REASONS[idle].word;
  });
  protected readonly options = computed<readonly ChoiceOption[]>(() =>
    (this.needs.value()?.items ?? []).map(({ id, schoolName, communeName, purpose, quantity, lacking }) => ({
      value: id,
      label: [
        `${schoolName}, ${communeName} : ${purpose}`,
        ...(quantity === null ? [] : [counted(quantity, 'appareil', 'appareils')]),
        ...(lacking === 0 ? [] : [counted(lacking, 'manque au socle', 'manquent au socle')]),
      ].join(', '),
    })),
  );
  protected readonly button = computed(() => {
    const need = this.needs.value()?.items.find(({ id }) => id === this.chosen());
    return need ? `Proposer à ${need.schoolName}` : 'Proposer';
  });
  protected readonly proposing = mutation((key, equipmentId: string, needId: string) =>
    this.api.invoke(redeploymentsPropose, { 'Idempotency-Key': key, body: { equipmentId, needId } }),
  );

  protected reread(): void {
    this.proposing.forget();
    this.needs.reload();
  }

  protected async propose(): Promise<void> {
    const needId = this.chosen();
    if (needId === null) return;
    const proposed = await this.proposing.run(this.device().id, needId);
    if (proposed === null) return;
    this.toasts.say('Proposé : les directions sont consultées');
    await this.router.navigate(['/parc/redeploiements', proposed.id]);
  }
}
