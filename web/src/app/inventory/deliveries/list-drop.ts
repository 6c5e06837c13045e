import { Component, computed, input, output } from '@angular/core';
import { deliveriesAddList, type DeliveryListPage, type DeliveryPage } from '@parc/api-client';
import { mutation } from '../../shell/mutation';
import { FileDrop } from '../../shell/files/file-drop';
import { fileReason, fileSending } from '../../shell/files/sent-file';

/** With which note a further list came; empty: the delivery's own. */
interface FurtherNote {
  readonly noteNumber: string;
  readonly deliveredOn: string;
}

/** Takes a supplier's list, by hand or by drop, and sends it at once: nothing comes in yet. */
@Component({
  selector: 'parc-list-drop',
  imports: [FileDrop],
  template: `<parc-file-drop
    controlId="delivery-list"
    heading="Déposez ici la liste du fournisseur"
    hint="Fichier Excel (.xlsx) ou CSV, 5 Mo au plus. Il est d’abord montré, ligne par ligne."
    [first]="first()"
    [pending]="sending.pending()"
    [reason]="reason()"
    (taken)="take($event)"
  />`,
})
export class ListDrop {
  readonly delivery = input.required<Pick<DeliveryPage, 'id' | 'received'>>();
  readonly note = input<FurtherNote>({ noteNumber: '', deliveredOn: '' });
  /** The list is on the server. */
  readonly taken = output<DeliveryListPage>();

  private readonly send = fileSending();
  protected readonly first = computed(() => this.delivery().received === 0);
  protected readonly sending = mutation((key, file: File, deliveryId: string, note: FurtherNote) => {
    const said = Object.fromEntries(Object.entries(note).filter(([, value]) => value !== ''));
    return this.send<DeliveryListPage>(key, deliveriesAddList.PATH.replace('{id}', deliveryId), file, said);
  });
  protected readonly reason = computed(() => fileReason(this.sending.problem()));

  protected async take(file: File): Promise<void> {
    const list = await this.sending.run(file, this.delivery().id, this.note());
    if (list !== null) this.taken.emit(list);
  }
}
