import { Component, computed, inject, input } from '@angular/core';
import { Session } from '../session';

/** Head of a home page: what it answers, and whose session this is. */
@Component({
  selector: 'parc-home-head',
  template: `
    <div class="page-head">
      <div>
        <h1>{{ title() }}</h1>
        <p>{{ place() }}</p>
      </div>
    </div>
  `,
})
export class HomeHead {
  readonly title = input.required<string>();
  private readonly session = inject(Session);
  protected readonly place = computed(() => {
    const assignment = this.session.current()?.assignment;
    return assignment === undefined ? '' : `${assignment.scopeLabel} · ${assignment.roleLabel}`;
  });
}
