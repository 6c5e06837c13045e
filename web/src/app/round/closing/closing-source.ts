import { inject, Injectable } from '@angular/core';
import { Api, schoolPageRead, ticketsPage } from '@parc/api-client';
import { fromServer, type TicketToClose } from './ticket-to-close';

/** Where the page that closes a ticket has it from. */
@Injectable({ providedIn: 'root' })
export class ClosingSource {
  private readonly api = inject(Api);

  async read(id: string): Promise<TicketToClose> {
    const page = await this.api.invoke(ticketsPage, { id });
    const school = await this.api.invoke(schoolPageRead, { id: page.schoolId });
    return fromServer(page, school, new Date());
  }
}
