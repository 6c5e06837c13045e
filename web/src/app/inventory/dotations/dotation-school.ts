import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, type DotationPage, dotationsAddSchool } from '@parc/api-client';
import { Control, Field, Icon, Notice, type PickerOption, Toasts } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { SchoolPicker } from '../lists/school-picker';

/** One school more in a dotation that no school has read yet. */
@Component({
  selector: 'parc-dotation-school',
  imports: [Control, Field, Icon, Notice, SchoolPicker],
  template: `
    @if (open()) {
      <form (submit)="add($event)">
        @if (adding.problem(); as problem) {
          <parc-notice tone="trouble" role="alert">{{ problem.sentence }}</parc-notice>
        }
        <parc-school-picker controlId="ecole-ajoutee" label="École à ajouter" (picked)="school.set($event)" />
        <parc-field label="Combien" controlId="quantite-ajoutee" [error]="error()">
          <input
            #many
            parcControl
            type="number"
            inputmode="numeric"
            min="1"
            [value]="quantity()"
            (input)="quantity.set(many.value)"
          />
        </parc-field>
        <div class="acts">
          <button class="button button-primary" [disabled]="adding.pending()">Ajouter cette école</button>
          <button type="button" class="button" (click)="close()">Annuler</button>
        </div>
      </form>
    } @else {
      <button type="button" class="button" (click)="open.set(true)"><parc-icon name="plus" /> Ajouter une école</button>
    }
  `,
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
      max-width: 26rem;
      padding-top: 0.75rem;
      border-top: 1px solid var(--line);
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class DotationSchool {
  readonly dotation = input.required<DotationPage>();
  readonly added = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly open = signal(false);
  protected readonly school = signal<PickerOption | null>(null);
  protected readonly quantity = signal('1');
  private readonly asked = signal(false);
  protected readonly error = computed(() => {
    if (!this.asked()) return '';
    if (this.school() === null) return 'Choisissez d’abord l’école.';
    return /^[1-9]\d{0,3}$/.test(this.quantity().trim()) ? '' : 'Dites combien : un nombre entier.';
  });

  protected readonly adding = mutation((key, { id, version }: DotationPage, schoolId: string, quantity: number) =>
    this.api.invoke(dotationsAddSchool, { ...onVersion(key, version), id, body: { schoolId, quantity } }),
  );

  protected close(): void {
    this.adding.forget();
    this.open.set(false);
    this.school.set(null);
    this.asked.set(false);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    const school = this.school();
    if (this.error() !== '' || school === null) return;
    const added = await this.adding.run(this.dotation(), school.id, Number(this.quantity()));
    if (added === null) return;
    this.toasts.say(`${school.label} : ajoutée à la dotation`);
    this.close();
    this.added.emit();
  }
}
