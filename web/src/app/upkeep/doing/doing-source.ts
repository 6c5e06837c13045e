import { inject, Injectable } from '@angular/core';
import { Api, upkeepChecksPage } from '@parc/api-client';
import { RoundPackets } from '../../offline/packet/round-packets';
import { asProblem } from '../../shell/problem';
import { checkOfPacket, checkToDo, type CheckToDo } from './check-to-do';

/** Where the page that does a check has it from: the server, else what was taken along. */
@Injectable({ providedIn: 'root' })
export class DoingSource {
  private readonly api = inject(Api);
  private readonly packets = inject(RoundPackets);

  /** @throws Problem when nobody answers and the check was not taken along */
  async read(id: string): Promise<CheckToDo> {
    try {
      return checkToDo(await this.api.invoke(upkeepChecksPage, { id }));
    } catch (error) {
      if (!asProblem(error).passing) throw error;
      const { content } = await this.packets.latest();
      const check = checkOfPacket(content, id);
      if (check === undefined) throw error;
      return check;
    }
  }
}
