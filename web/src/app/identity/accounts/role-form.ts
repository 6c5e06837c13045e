import { Component, computed, inject, input, model, signal } from '@angular/core';
import { accountsScopes, Api } from '@parc/api-client';
import { type Role, ROLE_WORDS, SCOPE_OF_ROLE } from '@parc/domain';
import { Control, Field, type PickerOption, SearchPicker } from '@parc/ui';
import { SCOPE_QUESTIONS } from './account-words';
import { CONTROL_IDS, type DraftErrors, type RoleDraft, withRole } from './role-draft';
import { meets } from '../../shell/need';
import { reading } from '../../shell/reading';

/** The questions of a role to give: which, over what, from when to when. */
@Component({
  selector: 'parc-role-form',
  imports: [Control, Field, SearchPicker],
  templateUrl: './role-form.html',
  styles: `
    :host,
    .dates {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }

    @media (min-width: 600px) {
      .dates {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        align-items: start;
      }
    }
  `,
})
export class RoleForm {
  /** What the reader may give. */
  readonly roles = input.required<readonly Role[]>();
  readonly errors = input<DraftErrors>({});
  readonly draft = model.required<RoleDraft>();

  private readonly api = inject(Api);
  protected readonly ids = CONTROL_IDS;
  protected readonly words = ROLE_WORDS;
  protected readonly search = signal('');
  protected readonly scopeLabel = computed(() => {
    const { role } = this.draft();
    return role === null ? null : SCOPE_QUESTIONS[SCOPE_OF_ROLE[role]];
  });
  /** The role may carry the delegation to certify. */
  protected readonly certifies = computed(() => {
    const { role } = this.draft();
    return role !== null && meets('orders.certify', role);
  });
  protected readonly scopes = reading({
    asked: () => {
      const { role } = this.draft();
      return role === null || this.scopeLabel() === null ? undefined : { role, search: this.search() };
    },
    load: async (asked) => (await this.api.invoke(accountsScopes, asked)).items,
  });
  protected readonly options = computed<readonly PickerOption[]>(() => this.scopes.value() ?? []);

  protected chooseRole(value: string): void {
    this.search.set('');
    this.draft.update((draft) => withRole(draft, this.roles().find((role) => role === value) ?? null));
  }

  protected patch(change: Partial<RoleDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }
}
