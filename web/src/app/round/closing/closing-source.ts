import { inject, Injectable } from '@angular/core';
import { Api, schoolPageRead, ticketsPage } from '@parc/api-client';
import { asProblem } from '../../shell/problem';
import { RoundPackets } from '../../offline/packet/round-packets';
import { fromPacket, fromServer, type TicketToClose } from './ticket-to-close';

/** Where the page that closes a ticket has it from: the server, else what was taken along. */
@Injectable({ providedIn: 'root' })
export class ClosingSource {
  private readonly api = inject(Api);
  private readonly packets = inject(RoundPackets);

  /** @throws Problem when nobody answers and the ticket was not taken along */
  async read(id: string): Promise<TicketToClose> {
    try {
      const page = await this.api.invoke(ticketsPage, { id });
      const school = await this.api.invoke(schoolPageRead, { id: page.schoolId });
      return fromServer(page, school, new Date());
    } catch (error) {
      if (!asProblem(error).passing) throw error;
      const { content } = await this.packets.latest();
      const ticket = content.tickets.find((one) => one.id === id);
      if (ticket === undefined) throw error;
      return fromPacket(ticket, content, new Date());
    }
  }
}
