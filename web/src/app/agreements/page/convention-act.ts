import { Component, computed, input } from '@angular/core';
import type { ConventionFile, ConventionPage } from '@parc/api-client';
import { DayPipe, Notice } from '@parc/ui';
import { CONVENTION_KINDS, CONVENTION_PARTIES, RUNNING_COSTS, type ConventionParty } from '@parc/domain';
import { actDates, attendanceWords, partyWord, voteWords } from './convention-words';

/** The file of a convention: what is odd about the act, the act itself with its votes and dates, signatures, promises. */
@Component({
  selector: 'parc-convention-act',
  imports: [DayPipe, Notice],
  templateUrl: './convention-act.html',
  styleUrl: './convention-act.css',
})
export class ConventionAct {
  readonly page = input.required<ConventionPage>();
  readonly file = input.required<ConventionFile>();

  protected readonly publicAct = computed(() => CONVENTION_KINDS[this.page().kind].publicAct);
  protected readonly heading = computed(() => (this.publicAct() ? 'La délibération' : 'La décision de l’organisme'));
  protected readonly promises = computed(() =>
    CONVENTION_PARTIES.map((party) => ({
      party,
      word: partyWord(party, this.page().partyName),
      texts: this.file()
        .promises.filter((promise) => promise.party === party)
        .map(({ text }) => text),
    })).filter(({ texts }) => texts.length > 0),
  );
  protected readonly dates = actDates;
  protected readonly attendance = attendanceWords;
  protected readonly votes = voteWords;
  protected readonly costs = RUNNING_COSTS;

  protected party(party: ConventionParty): string {
    return partyWord(party, this.page().partyName);
  }
}
