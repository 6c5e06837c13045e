import { Component, computed, inject, input, output } from '@angular/core';
import { Api, schoolCoherenceOfSchool } from '@parc/api-client';
import { StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { CoherenceWays } from './coherence-ways';
import { coherenceChip, trainedWords } from './coherence-words';

/** On a device's page: who of its school knows the model, and what opens it. */
@Component({
  selector: 'parc-device-coherence',
  imports: [CoherenceWays, StateChip],
  template: `
    @if (model(); as one) {
      <section class="card" aria-labelledby="device-coherence">
        <h2 id="device-coherence">{{ title() }}</h2>
        <parc-state-chip [state]="chip(one.coherence)" />
        <p class="muted">{{ asks() }}</p>
        <parc-coherence-ways
          [schoolId]="schoolId()!"
          [model]="one"
          [nextVisit]="school.value()?.nextVisit ?? null"
          (changed)="changed.emit()"
        />
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.75rem;
    }

    parc-state-chip {
      justify-self: start;
    }
  `,
})
export class DeviceCoherence {
  /** Null where it stands in none. */
  readonly schoolId = input.required<string | null>();
  readonly modelId = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly reads = may('coherence.read');
  protected readonly school = reading({
    asked: () => (this.reads() ? (this.schoolId() ?? undefined) : undefined),
    load: (id) => this.api.invoke(schoolCoherenceOfSchool, { id }),
  });
  protected readonly chip = coherenceChip;
  protected readonly model = computed(
    () => this.school.value()?.models.find(({ modelId }) => modelId === this.modelId()) ?? null,
  );
  protected readonly title = computed(() => {
    const { coherence } = this.model()!;
    const { schoolName } = this.school.value()!;
    return coherence === 'waits' ? `Qui sera formé à ${schoolName} ?` : `Qui est formé à ${schoolName}`;
  });
  protected readonly asks = computed(() => {
    const [model, { teachers, minTeachers }] = [this.model()!, this.school.value()!];
    const titles = model.modules.map(({ title }) => `« ${title} »`).join(' ou ');
    const [who, since] = trainedWords(model, minTeachers);
    return `${titles === '' ? '' : `Ce modèle demande ${titles}. `}Sur ${teachers} : ${[who, since].filter(Boolean).join(', ')}.`;
  });
}
