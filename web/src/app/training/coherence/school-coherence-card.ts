import { Component, computed, inject } from '@angular/core';
import { Api, schoolCoherenceOfSchool } from '@parc/api-client';
import { counted } from '@parc/ui';
import { LinkLines } from '../../shell/homes/link-lines';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { coherenceTitle, devicesWords } from './coherence-words';

/** On a school's first page: what waits for somebody to be trained, or serves without; nothing where all is well. */
@Component({
  selector: 'parc-school-coherence-card',
  imports: [LinkLines],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="school-coherence">
        <h2 id="school-coherence">{{ title() }}</h2>
        <parc-link-lines [lines]="lines()" />
      </section>
    }
  `,
})
export class SchoolCoherenceCard {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly school = reading({
    asked: () => this.session.current()?.assignment.schoolId ?? undefined,
    load: (id) => this.api.invoke(schoolCoherenceOfSchool, { id }),
  });
  private readonly models = computed(() =>
    (this.school.value()?.models ?? []).filter(({ coherence }) => coherence === 'waits' || coherence === 'flagged'),
  );
  protected readonly title = computed(() => coherenceTitle(this.models()));
  protected readonly lines = computed(() =>
    this.models().map((model) => ({
      ...{ address: '/ecole/materiel', title: model.modelName },
      detail: `${devicesWords(model)}, ${model.coherence === 'waits' ? openedBy(model.sessions.length) : 'plus personne de formé'}`,
    })),
  );
}

const openedBy = (sessions: number): string =>
  sessions === 0 ? 'pas encore de session' : counted(sessions, 'session a de la place', 'sessions ont de la place');
