import { HttpClient, HttpParams } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, deliveriesAddList, type DeliveryListPage, type DeliveryPage } from '@parc/api-client';
import { Icon, Notice } from '@parc/ui';
import { firstValueFrom } from 'rxjs';
import { mutation } from '../../shell/mutation';

/** With which note a further list came; empty: the delivery's own. */
interface FurtherNote {
  readonly noteNumber: string;
  readonly deliveredOn: string;
}

/** Takes a supplier's list, by hand or by drop, and sends it at once: nothing comes in yet. */
@Component({
  selector: 'parc-list-drop',
  imports: [Icon, Notice],
  template: `
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="hover($event, true)"
      (dragleave)="hover($event, false)"
      (drop)="drop($event)"
    >
      <parc-icon name="upload" [size]="24" />
      <p><strong>Déposez ici la liste du fournisseur</strong></p>
      <p class="muted small">Fichier Excel (.xlsx) ou CSV, 5 Mo au plus. Il est d’abord montré, ligne par ligne.</p>
      <input
        #box
        type="file"
        class="visually-hidden"
        id="delivery-list"
        accept=".csv,.txt,.xlsx,text/csv"
        [disabled]="sending.pending()"
        (change)="pick(box)"
      />
      <label class="button" [class.button-primary]="first()" for="delivery-list">{{
        sending.pending() ? 'Envoi en cours' : 'Choisir le fichier'
      }}</label>
    </div>
    @if (sending.problem()) {
      <parc-notice tone="trouble" role="alert" heading="Le fichier n’est pas lu">{{ reason() }}</parc-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }

    .drop {
      display: grid;
      justify-items: center;
      gap: 0.5rem;
      padding: 1.25rem 1rem;
      border: 1px dashed var(--edge);
      border-radius: var(--radius-card);
      text-align: center;
    }

    .drop.over {
      border-color: var(--primary);
      background: var(--soft);
    }

    .drop:has(:focus-visible) label {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `,
})
export class ListDrop {
  readonly delivery = input.required<Pick<DeliveryPage, 'id' | 'received'>>();
  readonly note = input<FurtherNote>({ noteNumber: '', deliveredOn: '' });
  /** The list is on the server. */
  readonly taken = output<DeliveryListPage>();

  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  protected readonly over = signal(false);
  protected readonly first = computed(() => this.delivery().received === 0);
  protected readonly sending = mutation((key, file: File, deliveryId: string, note: FurtherNote) =>
    this.send(key, file, deliveryId, note),
  );
  /** What is wrong with the file says more than the general sentence. */
  protected readonly reason = computed(() => {
    const problem = this.sending.problem();
    return problem?.fields.find(({ name }) => name === 'file')?.message ?? problem?.sentence ?? '';
  });

  protected pick(box: HTMLInputElement): void {
    const file = box.files?.[0];
    // The same file may be picked again after it was corrected.
    box.value = '';
    if (file !== undefined) void this.take(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.take(file);
  }

  protected hover(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  private async take(file: File): Promise<void> {
    const list = await this.sending.run(file, this.delivery().id, this.note());
    if (list !== null) this.taken.emit(list);
  }

  /** A form with a file, which the generated functions send as one only with its name. */
  private send(key: string, file: File, deliveryId: string, note: FurtherNote): Promise<DeliveryListPage> {
    const body = new FormData();
    body.append('file', file, file.name);
    const said = Object.entries(note).filter(([, value]) => value !== '');
    const path = this.api.rootUrl + deliveriesAddList.PATH.replace('{id}', deliveryId);
    return firstValueFrom(
      this.http.post<DeliveryListPage>(path, body, {
        params: new HttpParams({ fromObject: Object.fromEntries(said) as Record<string, string> }),
        headers: { 'Idempotency-Key': key },
      }),
    );
  }
}
