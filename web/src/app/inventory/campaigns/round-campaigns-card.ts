import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, campaignPartsOfSchool, type RoundPacket } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { CountedPipe, Icon } from '@parc/ui';
import { RoundPackets } from '../../offline/packet/round-packets';
import { reading } from '../../shell/reading';
import { awaitedWords } from './campaign-words';

/** Schools of one day: few; each is asked for its campaign. */
const MOST_SCHOOLS = 8;

/** The campaigns that run in the schools of today's round: whoever goes there counts there. Nothing where there is none. */
@Component({
  selector: 'parc-round-campaigns-card',
  imports: [CountedPipe, Icon, RouterLink],
  template: `
    @if (campaigns.value(); as open) {
      @if (open.length > 0) {
        <section class="card" aria-labelledby="round-campaigns">
          <h2 id="round-campaigns">{{ open.length | counted: 'récolement' : 'récolements' }} sur votre route</h2>
          <ul>
            @for (one of open; track one.partId) {
              <li>
                <a [routerLink]="['/parc/recolement', one.partId]">
                  <span>
                    <strong>{{ one.schoolName }}</strong>
                    <span class="muted small">{{ words(one.awaited) }}</span>
                  </span>
                  <parc-icon name="chevron-right" [size]="18" />
                </a>
              </li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    li + li {
      border-top: 1px solid var(--line);
    }

    a {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem;
      min-height: 2.75rem;
      padding-block: 0.5rem;
      color: var(--ink);
      text-decoration: none;
    }

    a > span {
      display: grid;
    }
  `,
})
export class RoundCampaignsCard {
  private readonly api = inject(Api);
  /** The round reads them for the page that this card stands on. */
  private readonly packets = inject(RoundPackets);
  protected readonly words = awaitedWords;
  protected readonly campaigns = reading({
    asked: () => this.packets.reading.value()?.content,
    load: async (packet) => {
      const found = await Promise.all(
        schoolsOfToday(packet)
          .slice(0, MOST_SCHOOLS)
          .map(async ([id, schoolName]) => {
            const { campaign } = await this.api.invoke(campaignPartsOfSchool, { id });
            return campaign === null ? [] : [{ ...campaign, schoolName }];
          }),
      );
      return found.flat();
    },
    keepsFormer: true,
  });
}

/** Each school that somebody is expected at today, by its id and its name. */
function schoolsOfToday({ orders, tickets }: RoundPacket): [string, string][] {
  const today = parisDateOf(new Date());
  const planned = [...orders, ...tickets].filter(
    ({ plannedFrom }) => plannedFrom !== null && parisDateOf(new Date(plannedFrom)) === today,
  );
  return [...new Map(planned.map(({ schoolId, schoolName }) => [schoolId, schoolName]))];
}
