import { Component, computed, inject, input, output, signal, untracked } from '@angular/core';
import { type AccountPage, accountsCorrect, Api } from '@parc/api-client';
import { Control, Field, Notice, Toasts } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { together, typed } from '../../shell/kept/typed';
import { mutation, onVersion } from '../../shell/mutation';
import { personErrors } from './person-draft';
import { CONTROL_IDS, type DraftErrors, refusedAnswers } from './role-draft';

/** Corrects a name or an address; the former address is told by mail. */
@Component({
  selector: 'parc-correct-form',
  imports: [Control, Field, Notice, ResumedNote],
  template: `
    <form novalidate (submit)="correct($event)">
      <parc-resumed-note [of]="written" />
      <parc-field label="Prénom et nom" [controlId]="ids['name']!" [error]="errors()['name']">
        <input #nameBox parcControl maxlength="200" [value]="name()" (input)="name.set(nameBox.value)" />
      </parc-field>
      <parc-field
        label="Adresse électronique"
        help="L’ancienne adresse en est avertie, et les liens qui y sont partis ne servent plus."
        [controlId]="ids['email']!"
        [error]="errors()['email']"
      >
        <input
          #emailBox
          parcControl
          type="email"
          maxlength="254"
          [value]="email()"
          (input)="email.set(emailBox.value)"
        />
      </parc-field>
      @if (correcting.problem(); as refused) {
        <parc-notice tone="trouble" role="alert" heading="Rien n’est changé">
          {{ refused.sentence }}
          @if (refused.stale) {
            <button type="button" class="button-as-link" (click)="stale.emit()">Relire le compte</button>
          }
        </parc-notice>
      }
      <div class="answers">
        <button type="submit" class="button button-primary" [disabled]="correcting.pending()">Enregistrer</button>
        <button type="button" class="button" (click)="written.forget(); cancelled.emit()">Annuler</button>
      </div>
    </form>
  `,
  styleUrl: './account-form.css',
})
export class CorrectForm {
  readonly account = input.required<AccountPage>();
  readonly corrected = output();
  readonly cancelled = output();
  /** Somebody else changed the account meanwhile. */
  readonly stale = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly ids = CONTROL_IDS;
  /** What was typed stays when the account is read again. */
  protected readonly name = typed({
    name: () => `nom de ${this.account().id}`,
    initial: () => untracked(this.account).name,
  });
  protected readonly email = typed({
    name: () => `adresse de ${this.account().id}`,
    initial: () => untracked(this.account).email,
  });
  protected readonly written = together(this.name, this.email);
  protected readonly checked = signal(false);
  protected readonly correcting = mutation((key, body: { name: string; email: string }) =>
    this.api.invoke(accountsCorrect, { ...onVersion(key, this.account().version), id: this.account().id, body }),
  );
  private readonly person = computed(() => ({ name: this.name().trim(), email: this.email().trim() }));
  protected readonly errors = computed<DraftErrors>(() => ({
    ...refusedAnswers(this.correcting.problem()),
    ...(this.checked() ? personErrors(this.person()) : {}),
  }));

  protected async correct(event: Event): Promise<void> {
    event.preventDefault();
    this.checked.set(true);
    this.correcting.forget();
    if (Object.keys(personErrors(this.person())).length > 0) return;
    if ((await this.correcting.run(this.person())) === null) return;
    this.written.forget();
    this.toasts.say('Compte corrigé');
    this.corrected.emit();
  }
}
