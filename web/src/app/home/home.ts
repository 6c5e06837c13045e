import { Component, computed, inject } from '@angular/core';
import { Session } from '../shell/session';

/** The first page of a role that has none of its own yet: it greets and says whose session this is. */
@Component({
  selector: 'parc-home',
  template: `
    <div class="page-head">
      <div>
        <h1>Bonjour</h1>
        <p>{{ place() }}</p>
      </div>
    </div>
  `,
})
export class Home {
  private readonly session = inject(Session);
  protected readonly place = computed(() => {
    const assignment = this.session.current()?.assignment;
    return assignment === undefined ? '' : `${assignment.scopeLabel} · ${assignment.roleLabel}`;
  });
}
