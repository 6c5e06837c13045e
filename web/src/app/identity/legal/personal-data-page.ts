import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ENDINGS, PERSONAL_DATA, type PersonalDatum, termSaid } from '@parc/domain';
import { Logo } from '../../shell/logo';

/** /donnees-personnelles: the register that the nightly job keeps, as anybody may read it, signed in or not. */
@Component({
  selector: 'parc-personal-data-page',
  imports: [Logo, RouterLink],
  templateUrl: './personal-data-page.html',
  styleUrl: './personal-data-page.css',
})
export class PersonalDataPage {
  protected readonly rows = Object.values<PersonalDatum>(PERSONAL_DATA).map((datum) => ({
    what: datum.what,
    purpose: datum.purpose,
    places: datum.lies.join(', '),
    term: termSaid(datum.term),
    then: ENDINGS[datum.then],
  }));
}
